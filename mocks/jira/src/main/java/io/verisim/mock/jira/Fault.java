package io.verisim.mock.jira;

import java.time.Duration;
import java.util.Map;

/**
 * Something that goes wrong on purpose, for the next requests.
 *
 * @param status status of the answer; 0: the request is done as usual, after the delay
 * @param headers headers of the answer
 * @param body body of the answer
 * @param delay how long the answer takes
 * @param times for how many requests
 */
public record Fault(int status, Map<String, String> headers, String body, Duration delay, int times) {

    public Fault {
        headers = Map.copyOf(headers);
    }

    /** Answers a number of requests with an error status and an empty body. */
    public static Fault status(int status, int times) {
        return new Fault(status, Map.of(), "", Duration.ZERO, times);
    }

    /** Refuses a number of requests as too many, asking to wait. */
    public static Fault tooManyRequests(int retryAfterSeconds, int times) {
        return new Fault(429, Map.of("Retry-After", String.valueOf(retryAfterSeconds)), "", Duration.ZERO, times);
    }

    /** Answers a number of requests late. */
    public static Fault slow(Duration delay, int times) {
        return new Fault(0, Map.of(), "", delay, times);
    }

    /** Answers a number of requests with a success whose body is no JSON. */
    public static Fault malformed(int times) {
        return new Fault(200, Map.of("Content-Type", "application/json"), "{\"issues\":[{", Duration.ZERO, times);
    }

    Fault once() {
        return new Fault(status, headers, body, delay, times - 1);
    }
}
