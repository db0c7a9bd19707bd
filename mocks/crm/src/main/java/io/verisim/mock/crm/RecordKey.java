package io.verisim.mock.crm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What names a record in the address of its page. */
sealed interface RecordKey {

    /** The query of the address, without question mark. */
    String query();

    /** How the record is called on its page. */
    String label();

    /** The address of a page that names a record, back into what it names. */
    static Optional<RecordKey> of(CrmTable table, Form query) {
        List<String> values = query.all("key");
        if (!values.isEmpty()) {
            return values.size() == table.key().size() ? Optional.of(new ByColumns(values)) : Optional.empty();
        }
        return query.first("content")
                .filter(hash -> ByContent.HASH.matcher(hash).matches())
                .map(ByContent::new);
    }

    /** The values of the key columns. */
    record ByColumns(List<String> values) implements RecordKey {

        @Override
        public String query() {
            return values.stream()
                    .map(value -> "key=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }

        @Override
        public String label() {
            return String.join(" · ", values);
        }
    }

    /**
     * A hash of the whole row, in a table without key. It does not move when other rows change, and rows with the same
     * content are the same to everyone.
     */
    record ByContent(String hash) implements RecordKey {

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
        private static final int LABEL_DIGITS = 8;

        @Override
        public String query() {
            return "content=" + hash;
        }

        @Override
        public String label() {
            return "#" + hash.substring(0, LABEL_DIGITS);
        }
    }
}
