package io.verisim.mock.crm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a table.
 *
 * @param key what names it
 * @param values its values as a person sees them, by column; null where there is none
 */
record CrmRecord(RecordKey key, Map<String, @Nullable String> values) {

    CrmRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
