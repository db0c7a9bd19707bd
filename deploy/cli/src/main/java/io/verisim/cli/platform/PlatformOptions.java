package io.verisim.cli.platform;

/**
 * How an instance is started.
 *
 * @param port TCP port of the orchestrator on the loopback address; 0 for any free one
 * @param unsafe whether tests may run where bubblewrap does not work
 * @param warmSandboxes sandboxes started ahead of tests
 * @param replicas how many processes each application has; of the process form only
 * @param reach where services are reached; of the process form only
 */
public record PlatformOptions(int port, boolean unsafe, int warmSandboxes, Replicas replicas, Reach reach) {

    public static final int DEFAULT_PORT = 8787;

    public static PlatformOptions defaults() {
        return new PlatformOptions(DEFAULT_PORT, false, 2, Replicas.oneOfEach(), Reach.directly());
    }

    public PlatformOptions withPort(int newPort) {
        return new PlatformOptions(newPort, unsafe, warmSandboxes, replicas, reach);
    }

    public PlatformOptions withUnsafe(boolean newUnsafe) {
        return new PlatformOptions(port, newUnsafe, warmSandboxes, replicas, reach);
    }

    public PlatformOptions withWarmSandboxes(int newWarmSandboxes) {
        return new PlatformOptions(port, unsafe, newWarmSandboxes, replicas, reach);
    }

    public PlatformOptions withReplicas(Replicas newReplicas) {
        return new PlatformOptions(port, unsafe, warmSandboxes, newReplicas, reach);
    }

    public PlatformOptions withReach(Reach newReach) {
        return new PlatformOptions(port, unsafe, warmSandboxes, replicas, newReach);
    }
}
