package io.verisim.cli;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** Turns whatever a command throws into a problem with its exit code, in one place. */
final class Problems {

    /** Codes with which generation says that nothing it may write exists. */
    private static final String NOTHING_ADMISSIBLE = "NO_ADMISSIBLE_";

    private Problems() {}

    static Problem of(Throwable thrown) {
        return switch (thrown) {
            case CommandFailure failure -> failure.problem();
            case VerisimException e -> of(e.detail());
            case NoSuchFileException e ->
                new Problem(
                        "FILE_NOT_FOUND",
                        "There is no file '" + e.getFile() + "'.",
                        "Check the path.",
                        Map.of("file", String.valueOf(e.getFile())),
                        Exit.USAGE.code());
            case AccessDeniedException e ->
                new Problem(
                        "FILE_FORBIDDEN",
                        "The file '" + e.getFile() + "' may not be accessed.",
                        "Check its permissions.",
                        Map.of("file", String.valueOf(e.getFile())),
                        Exit.USAGE.code());
            case OutOfMemoryError e ->
                new Problem(
                        "OUT_OF_MEMORY",
                        "The command needs more memory than it has.",
                        "Set VERISIM_HEAP to more (such as 4g), or use fewer rows.",
                        Map.of(),
                        Exit.RESOURCE.code());
            default ->
                new Problem(
                        "UNEXPECTED",
                        "Verisim ended unexpectedly: " + thrown + ".",
                        "Run it again with --debug and report what it prints.",
                        Map.of(),
                        Exit.UNEXPECTED.code());
        };
    }

    static Problem of(ErrorDetail detail) {
        return new Problem(
                detail.code(),
                detail.message(),
                detail.remedy(),
                detail.context(),
                exit(detail).code());
    }

    private static Exit exit(ErrorDetail detail) {
        return switch (detail.code()) {
            case "HOME_IN_USE" -> Exit.ALREADY_RUNNING;
            case "PORT_TAKEN" -> Exit.PORT_TAKEN;
            default -> detail.code().startsWith(NOTHING_ADMISSIBLE) ? Exit.NOT_AS_WANTED : Exit.of(detail.category());
        };
    }
}
