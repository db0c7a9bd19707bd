package io.verisim.distributor.target.postgres;

import io.verisim.agent.Credentials;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Gives an error of PostgreSQL its category, and names row and column of a rejected row. Messages of the server are not
 * passed on, because they quote values.
 */
final class SqlErrors {

    /** {@code COPY customer, line 17, column age: "…"}; the value is left behind. */
    private static final Pattern COPY_PLACE =
            Pattern.compile("COPY .*, line (\\d+)(?:, column ([^:]+))?", Pattern.DOTALL);

    private final String target;
    private final String credentials;

    /**
     * Errors of one load.
     *
     * @param target name of the target
     * @param credentials name of its credentials
     */
    SqlErrors(String target, String credentials) {
        this.target = target;
        this.credentials = credentials;
    }

    VerisimException classify(SQLException thrown) {
        String state = thrown.getSQLState() == null ? "" : thrown.getSQLState();
        String group = state.length() < 2 ? "" : state.substring(0, 2);
        ErrorDetail detail = switch (group) {
            case "08" -> unreachable();
            case "28" -> refused();
            case "21", "22", "23" -> rejected(thrown, state);
            case "40", "57" -> interrupted(state);
            case "53" -> resources(state);
            case "3D", "3F", "42", "2B", "0A", "54" -> configuration(thrown, state);
            case "55" -> locked();
            default -> other(state);
        };
        return new VerisimException(detail, thrown);
    }

    private ErrorDetail unreachable() {
        return detail(
                ErrorCategory.TRANSIENT,
                "TARGET_UNREACHABLE",
                "cannot be reached, or the connection broke",
                "Check that the database is up and that " + Credentials.property(credentials, "url") + " ("
                        + Credentials.variable(credentials, "url") + ") is right.");
    }

    private ErrorDetail refused() {
        return detail(
                ErrorCategory.CONFIGURATION,
                "TARGET_LOGIN_REFUSED",
                "refuses the user or the password",
                "Check " + Credentials.variable(credentials, "username") + " and "
                        + Credentials.variable(credentials, "password") + " of the distributor.");
    }

    private ErrorDetail rejected(SQLException thrown, String state) {
        Map<String, String> place = new HashMap<>(Map.of("target", target, "sqlState", state));
        ServerErrorMessage server = thrown instanceof PSQLException e ? e.getServerErrorMessage() : null;
        StringBuilder where = new StringBuilder();
        if (server != null) {
            String table = server.getTable();
            place(server.getWhere(), place, where);
            if (table != null) {
                place.put("table", table);
            }
            putIfKnown(place, "column", server.getColumn());
            putIfKnown(place, "constraint", server.getConstraint());
        }
        String column = place.get("column");
        if (column != null && where.indexOf("column") < 0) {
            where.append(", column '").append(column).append("'");
        }
        String constraint = place.get("constraint");
        return ErrorDetail.of(
                        ErrorCategory.DATA,
                        "TARGET_ROW_REJECTED",
                        "Target '" + target + "' rejects a row" + where + ": " + reason(state)
                                + (constraint == null ? "" : " (constraint '" + constraint + "')")
                                + ". Nothing was loaded.",
                        "Add a constraint to the synthesis that keeps such values out, or correct the target's table.")
                .withContext(place);
    }

    private static void place(@Nullable String where, Map<String, String> place, StringBuilder sentence) {
        Matcher matcher = COPY_PLACE.matcher(where == null ? "" : where);
        if (!matcher.find()) {
            return;
        }
        place.put("row", matcher.group(1));
        sentence.append(", row ").append(matcher.group(1));
        String column = matcher.group(2);
        if (column != null) {
            place.put("column", column);
            sentence.append(", column '").append(column).append("'");
        }
    }

    private static void putIfKnown(Map<String, String> place, String key, @Nullable String value) {
        if (value != null) {
            place.putIfAbsent(key, value);
        }
    }

    private static String reason(String state) {
        return switch (state) {
            case "21000" -> "the key of a row occurs twice in the data";
            case "22001" -> "a text is too long for its column";
            case "22003" -> "a number is out of range";
            case "22007", "22008" -> "a date or time is not valid";
            case "22P02" -> "a value does not fit the type of its column";
            case "22021" -> "a text holds a character that the database cannot store";
            case "23502" -> "a value is missing where one is required";
            case "23503" -> "a foreign key points nowhere";
            case "23505" -> "a value that must be unique occurs again";
            case "23514" -> "a check fails";
            default -> "error " + state;
        };
    }

    private ErrorDetail interrupted(String state) {
        return detail(
                ErrorCategory.TRANSIENT,
                "TARGET_INTERRUPTED",
                "broke the load off (error " + state + ")",
                "It is tried again. Where it took too long, raise 'timeoutSeconds' of the target.");
    }

    private ErrorDetail locked() {
        return detail(
                ErrorCategory.TRANSIENT,
                "TARGET_LOCKED",
                "holds a lock on the table",
                "End what uses the table; it is tried again.");
    }

    private ErrorDetail resources(String state) {
        return state.equals("53300")
                ? detail(
                        ErrorCategory.TRANSIENT,
                        "TARGET_BUSY",
                        "takes no more connections",
                        "It is tried again; close connections, or allow more.")
                : detail(
                        ErrorCategory.RESOURCE,
                        "TARGET_FULL",
                        "has no disk or memory left",
                        "Free space on the database server, then resume the workflow.");
    }

    /** These messages name tables, columns and rights, no values. */
    private ErrorDetail configuration(SQLException thrown, String state) {
        ServerErrorMessage server = thrown instanceof PSQLException e ? e.getServerErrorMessage() : null;
        String message = server == null ? null : server.getMessage();
        return detail(
                ErrorCategory.CONFIGURATION,
                "TARGET_NOT_PREPARED",
                "does not allow the load: " + (message == null ? "error " + state : message),
                "Give the target's user the right, or correct schema, table and columns in the configuration.");
    }

    private ErrorDetail other(String state) {
        return detail(
                ErrorCategory.INTEGRATION,
                "TARGET_FAILED",
                "failed with error " + (state.isEmpty() ? "of the driver" : state),
                "See the log of the database server.");
    }

    private ErrorDetail detail(ErrorCategory category, String code, String what, String remedy) {
        return ErrorDetail.of(category, code, "Target '" + target + "' " + what + ".", remedy)
                .withContext(Map.of("target", target));
    }
}
