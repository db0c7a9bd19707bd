package io.verisim.atlassian.adapter;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says of every trouble with Jira what kind it is and what to do about it. */
final class JiraErrors {

    private static final int MAX_REASON = 500;

    private final URI site;
    private final JsonMapper mapper;

    JiraErrors(URI site, JsonMapper mapper) {
        this.site = site;
        this.mapper = mapper;
    }

    /**
     * Makes a call, and classifies what it throws.
     *
     * @param what what is done, as in "Jira refused to <what>"
     */
    <T> T during(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientResponseException e) {
            throw new VerisimException(refused(what, e), e);
        } catch (RestClientException | JacksonException e) {
            throw new VerisimException(broken(what, e), e);
        }
    }

    VerisimException unreadable(String what) {
        return new VerisimException(unreadableDetail(what));
    }

    private ErrorDetail unreadableDetail(String what) {
        return detail(
                ErrorCategory.INTEGRATION,
                "JIRA_ANSWER_UNREADABLE",
                "Jira at " + site + " was asked to " + what + "; its answer cannot be read.",
                "Check that the address is that of a Jira site and not of a sign-in page or proxy.");
    }

    /** No answer, or one that broke off. */
    private ErrorDetail broken(String what, RuntimeException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedAnswers.TooLarge tooLarge) {
                return detail(
                        ErrorCategory.INTEGRATION,
                        "JIRA_ANSWER_TOO_LARGE",
                        "Jira was asked to " + what + "; " + tooLarge.getMessage() + ".",
                        "Narrow the query, or raise the limit.");
            }
            if (cause instanceof HttpTimeoutException) {
                return detail(
                        ErrorCategory.TRANSIENT,
                        "JIRA_TIMEOUT",
                        "Jira at " + site + " did not answer in time when asked to " + what + ".",
                        "It is tried again; check the network and the site's status.");
            }
        }
        if (e instanceof ResourceAccessException unreachable) {
            return detail(
                    ErrorCategory.TRANSIENT,
                    "JIRA_UNREACHABLE",
                    "Jira at " + site + " cannot be reached to " + what + ": " + reason(unreachable),
                    "It is tried again; check the address and the network.");
        }
        return unreadableDetail(what);
    }

    private static String reason(ResourceAccessException e) {
        Throwable root = e.getMostSpecificCause();
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() + "." : message;
    }

    private ErrorDetail refused(String what, RestClientResponseException e) {
        int status = e.getStatusCode().value();
        String said = "Jira at " + site + " answered " + status + " when asked to " + what + messages(e) + ".";
        return switch (status) {
            case 401 ->
                detail(
                        ErrorCategory.INTEGRATION,
                        "JIRA_CREDENTIALS_REFUSED",
                        said,
                        "Check user (an e-mail address) and API token of the credentials.");
            case 403 ->
                detail(
                        ErrorCategory.INTEGRATION,
                        "JIRA_FORBIDDEN",
                        said,
                        "Give the user the right in this project, or use other credentials.");
            case 404, 410 ->
                detail(
                        ErrorCategory.INTEGRATION,
                        "JIRA_NOT_FOUND",
                        said,
                        "Check that it exists and that the user may see it.");
            case 429 -> {
                ErrorDetail busy =
                        detail(ErrorCategory.TRANSIENT, "JIRA_RATE_LIMITED", said, "It is tried again after the wait.");
                Long wait = retryAfterMillis(e.getResponseHeaders());
                yield wait == null ? busy : busy.withRetryAfterMillis(wait);
            }
            default ->
                status >= 500
                        ? detail(
                                ErrorCategory.TRANSIENT,
                                "JIRA_FAILING",
                                said,
                                "It is tried again; check the site's status.")
                        : detail(
                                ErrorCategory.CONFIGURATION,
                                "JIRA_REQUEST_REFUSED",
                                said,
                                "Correct what the answer names: query, project, issue type or field.");
        };
    }

    private ErrorDetail detail(ErrorCategory category, String code, String message, String remedy) {
        return ErrorDetail.of(category, code, message, remedy).withContext(Map.of("host", site.toString()));
    }

    /** {@code Retry-After} in seconds or as a date. */
    private static @Nullable Long retryAfterMillis(@Nullable HttpHeaders headers) {
        String value = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        try {
            if (value.matches("[0-9]{1,6}")) {
                return Duration.ofSeconds(Long.parseLong(value)).toMillis();
            }
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.max(0, Duration.between(Instant.now(), until).toMillis());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String messages(RestClientResponseException e) {
        StringJoiner text = new StringJoiner(" ", ": ", "").setEmptyValue("");
        try {
            JsonNode body = mapper.readTree(e.getResponseBodyAsString());
            body.path("errorMessages").forEach(message -> text.add(message.asString("")));
            body.path("errors")
                    .properties()
                    .forEach(field ->
                            text.add(field.getKey() + ": " + field.getValue().asString("")));
        } catch (JacksonException notJson) {
            return "";
        }
        String all = text.toString().replaceAll("[.\\s]+$", "");
        return all.length() <= MAX_REASON ? all : all.substring(0, MAX_REASON) + "…";
    }

    /** For calls without a result. */
    void run(String what, Runnable call) {
        during(what, () -> {
            call.run();
            return what;
        });
    }
}
