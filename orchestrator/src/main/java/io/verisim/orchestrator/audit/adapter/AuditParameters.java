package io.verisim.orchestrator.audit.adapter;

import io.verisim.model.error.VerisimException;
import io.verisim.orchestrator.audit.AuditQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request. One that is not known is refused, since an answer that was not filtered as it was meant
 * to be is worse than none.
 */
final class AuditParameters {

    private static final Set<String> FILTERS = Set.of("workflow", "actor", "action", "from", "to");

    private final Map<String, String> given;

    /**
     * Reads them.
     *
     * @param others names that are allowed besides those of the filters
     */
    AuditParameters(Map<String, String> given, Set<String> others) {
        this.given = given;
        for (String name : given.keySet()) {
            if (!FILTERS.contains(name) && !others.contains(name)) {
                throw VerisimException.configuration(
                        "PARAMETER_UNKNOWN",
                        "There is no parameter '" + name + "'.",
                        "There are workflow, actor, action, from, to, "
                                + String.join(", ", others.stream().sorted().toList()) + ".");
            }
        }
    }

    AuditQuery query() {
        return new AuditQuery(
                value("workflow", UUID::fromString, "a UUID"),
                given.get("actor"),
                given.get("action"),
                value("from", Instant::parse, "a time such as 2026-11-21T10:00:00Z"),
                value("to", Instant::parse, "a time such as 2026-11-21T10:00:00Z"));
    }

    long number(String name, long otherwise) {
        Long number = value(name, Long::valueOf, "a whole number");
        return number == null ? otherwise : number;
    }

    private <T> @Nullable T value(String name, Function<String, T> reading, String wanted) {
        String text = given.get(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw VerisimException.configuration(
                    "PARAMETER_INVALID", "Parameter '" + name + "' is not valid.", "Give " + wanted + ".");
        }
    }
}
