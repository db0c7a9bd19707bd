package io.verisim.model.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A classified error as it travels and is stored.
 *
 * @param category decides what happens next
 * @param code stable, upper-case name of the error, such as {@code CSV_RAGGED_ROW}
 * @param message what is wrong and where, in one or two plain sentences without secrets or sensitive values
 * @param remedy what the reader can do about it
 * @param context places and figures by name: {@code file}, {@code row}, {@code column}, {@code host}…
 * @param retryAfterMillis how long the other side asked to wait; null where it did not
 */
public record ErrorDetail(
        ErrorCategory category,
        String code,
        String message,
        String remedy,
        Map<String, String> context,
        @Nullable Long retryAfterMillis) {

    public ErrorDetail {
        context = Map.copyOf(context);
    }

    public static ErrorDetail of(ErrorCategory category, String code, String message, String remedy) {
        return new ErrorDetail(category, code, message, remedy, Map.of(), null);
    }

    public ErrorDetail withContext(Map<String, String> newContext) {
        return new ErrorDetail(category, code, message, remedy, newContext, retryAfterMillis);
    }

    public ErrorDetail withRetryAfterMillis(long millis) {
        return new ErrorDetail(category, code, message, remedy, context, millis);
    }
}
