package io.verisim.testexecutor.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be confined. Paths are the same inside and outside.
 *
 * @param command program and arguments
 * @param readOnly what the process may read besides the system's programs, libraries and fonts
 * @param scratch directory that the process may write; its working and home directory
 * @param environment the whole environment of the process; nothing is inherited
 * @param limits what it may use
 */
public record SandboxSpec(
        List<String> command,
        List<Path> readOnly,
        Path scratch,
        Map<String, String> environment,
        SandboxLimits limits) {

    public SandboxSpec {
        command = List.copyOf(command);
        readOnly = List.copyOf(readOnly);
        environment = Map.copyOf(environment);
    }
}
