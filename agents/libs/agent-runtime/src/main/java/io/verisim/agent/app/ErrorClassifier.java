package io.verisim.agent.app;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Gives whatever a handler throws its category, in the one place where that is decided. */
final class ErrorClassifier {

    private static final int LOGGED_FRAMES = 20;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    private ErrorClassifier() {}

    static ErrorDetail classify(String taskType, Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            ErrorDetail known = known(taskType, t);
            if (known != null) {
                return known;
            }
        }
        return ErrorDetail.of(
                ErrorCategory.TRANSIENT,
                "UNEXPECTED",
                "Task '" + taskType + "' ended unexpectedly with "
                        + thrown.getClass().getSimpleName() + ".",
                "It is tried again; if it stays, look into the log of the agent and report it.");
    }

    /**
     * Where a throwable comes from, for the log: classes and frames of it and its causes, without their messages, which
     * may hold production values.
     */
    static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            trace.append("\n").append(t.getClass().getName());
            Arrays.stream(t.getStackTrace())
                    .limit(LOGGED_FRAMES)
                    .forEach(frame -> trace.append("\n\tat ").append(frame));
        }
        return trace.toString();
    }

    private static @Nullable ErrorDetail known(String taskType, Throwable thrown) {
        return switch (thrown) {
            case VerisimException e -> e.detail();
            case OutOfMemoryError e -> memory(taskType);
            case SdkException e -> objectStore("do task '" + taskType + "'", e);
            case ConnectException e ->
                network("CONNECTION_REFUSED", "A service that task '" + taskType + "' needs refuses connections.");
            case UnknownHostException e ->
                network("HOST_UNKNOWN", "A host name that task '" + taskType + "' needs cannot be resolved.");
            case SocketTimeoutException e ->
                network("TIMEOUT", "A service took too long to answer task '" + taskType + "'.");
            case HttpTimeoutException e ->
                network("TIMEOUT", "A service took too long to answer task '" + taskType + "'.");
            case AccessDeniedException e ->
                ErrorDetail.of(
                        ErrorCategory.CONFIGURATION,
                        "ACCESS_DENIED",
                        "Task '" + taskType + "' may not access a file.",
                        "Give the agent's user the right to its working directory.");
            case IOException e -> diskFull(e) ? fullDisk() : null;
            default -> null;
        };
    }

    static ErrorDetail objectStore(String what, SdkException thrown) {
        if (thrown instanceof AwsServiceException service
                && (service.statusCode() == FORBIDDEN || service.statusCode() == UNAUTHORIZED)) {
            return ErrorDetail.of(
                    ErrorCategory.CONFIGURATION,
                    "OBJECT_STORE_FORBIDDEN",
                    "The object store refuses to " + what + ".",
                    "Check VERISIM_S3_ACCESS_KEY, VERISIM_S3_SECRET_KEY and the rights on the bucket.");
        }
        return ErrorDetail.of(
                ErrorCategory.TRANSIENT,
                "OBJECT_STORE_UNREACHABLE",
                "The object store could not " + what + ".",
                "Check that the object store at VERISIM_S3_ENDPOINT is up.");
    }

    private static ErrorDetail memory(String taskType) {
        return ErrorDetail.of(
                ErrorCategory.RESOURCE,
                "OUT_OF_MEMORY",
                "Task '" + taskType + "' needs more memory than the agent has.",
                "Give the agent more memory (-Xmx), or use fewer rows.");
    }

    private static ErrorDetail network(String code, String message) {
        return ErrorDetail.of(
                ErrorCategory.TRANSIENT, code, message, "Check that the service is up and its address is right.");
    }

    private static ErrorDetail fullDisk() {
        return ErrorDetail.of(
                ErrorCategory.RESOURCE,
                "DISK_FULL",
                "The disk of the agent is full.",
                "Free space on the agent's disk, then resume the workflow.");
    }

    private static boolean diskFull(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("disk quota exceeded");
    }
}
