package io.verisim.cli.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to run for as long as the instance does, each in a process of its own.
 *
 * @param name name of what runs in the process
 * @param log file with what it says
 * @param needs name of the part that must be ready before this one can start, if any
 * @param url where it answers to people, if it does
 * @param launch starts the process
 */
record Part(
        String name,
        Path log,
        @Nullable String needs,
        @Nullable URI url,
        Launch launch) {

    /** Starts a process, for the first time or again, always with the same configuration. */
    interface Launch {
        Run start() throws IOException;
    }

    /**
     * One process from its start to its end.
     *
     * @param process the process
     * @param ready whether it does by now what it is there for; asked often, answers at once
     */
    record Run(PlatformProcess process, BooleanSupplier ready) {}
}
