package io.verisim.cli;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Turns whatever a command throws into a problem with its exit code, in one place. */
final class Problems {

    /** Codes with which generation says that nothing it may write exists. */
    private static final String NOTHING_ADMISSIBLE = "NO_ADMISSIBLE_";

    private Problems() {}

    static Problem of(Throwable thrown) {
        if (ranOutOfMemory(thrown)) {
            return new Problem(
                    "OUT_OF_MEMORY",
                    "The command needs more memory than it has.",
                    "Set VERISIM_HEAP to more (such as 4g), or use fewer rows.",
                    Map.of(),
                    Exit.RESOURCE.code());
        }
        Throwable cause = unwrapped(thrown);
        return switch (cause) {
            case CommandFailure failure -> failure.problem();
            case VerisimException e -> of(e.detail());
            case FileSystemException e -> of(e);
            default -> NoSpace.says(cause.getMessage()) ? NoSpace.problem(null) : unexpected(cause);
        };
    }

    private static Problem unexpected(Throwable thrown) {
        return new Problem(
                "UNEXPECTED",
                "Verisim ended unexpectedly: " + thrown + ".",
                "Run it again with --debug and report what it prints.",
                Map.of(),
                Exit.UNEXPECTED.code());
    }

    static Problem of(ErrorDetail detail) {
        return new Problem(
                detail.code(),
                detail.message(),
                detail.remedy(),
                detail.context(),
                exit(detail).code());
    }

    private static Problem of(FileSystemException e) {
        String file = String.valueOf(e.getFile());
        return switch (e) {
            case NoSuchFileException missing ->
                file("FILE_NOT_FOUND", "There is no file '" + file + "'.", "Check the path.", file);
            case AccessDeniedException denied ->
                file("FILE_FORBIDDEN", "The file '" + file + "' may not be accessed.", "Check its permissions.", file);
            case FileAlreadyExistsException there ->
                file(
                        "FILE_EXISTS",
                        "The file '" + file + "' exists already.",
                        "Choose another name, or replace it with --force.",
                        file);
            default ->
                NoSpace.says(e.getReason())
                        ? NoSpace.problem(file)
                        : file(
                                "FILE_UNUSABLE",
                                "The file '" + file + "' cannot be used" + because(e.getReason()) + ".",
                                "Check the path and the disk.",
                                file);
        };
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : ": " + reason;
    }

    private static Problem file(String code, String message, String remedy, String file) {
        return new Problem(code, message, remedy, Map.of("file", file), Exit.USAGE.code());
    }

    /** Memory may run out in any thread, and then arrives as the cause of something else. */
    private static boolean ranOutOfMemory(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wrapper = thrown instanceof UncheckedIOException
                || thrown instanceof ExecutionException
                || thrown instanceof CompletionException
                || thrown instanceof CommandLine.ExecutionException;
        return wrapper && cause != null ? unwrapped(cause) : thrown;
    }

    private static Exit exit(ErrorDetail detail) {
        return switch (detail.code()) {
            case "HOME_IN_USE" -> Exit.ALREADY_RUNNING;
            case "PORT_TAKEN" -> Exit.PORT_TAKEN;
            default -> detail.code().startsWith(NOTHING_ADMISSIBLE) ? Exit.NOT_AS_WANTED : Exit.of(detail.category());
        };
    }
}
