package io.verisim.testexecutor.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Confines by namespaces of its own for network, in which only the loopback device is up, and processes, and limits. */
final class Namespaces implements Sandbox {

    @Override
    public SandboxKind kind() {
        return SandboxKind.NAMESPACES;
    }

    @Override
    public ConfinedProcess start(SandboxSpec spec) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--map-root-user",
                "--net",
                "--pid",
                "--fork",
                "--mount-proc",
                "--kill-child",
                "sh",
                "-c",
                "{ ip link set lo up || ifconfig lo up; } 2>&1 >/dev/null && exec \"$@\"",
                "sh"));
        command.addAll(Launch.limited(spec));
        return Launch.start(command, spec);
    }
}
