package io.verisim.cli.platform;

/**
 * How an instance is started.
 *
 * @param port TCP port of the orchestrator on the loopback address; 0 for any free one
 * @param unsafe whether tests may run where bubblewrap does not work
 * @param warmSandboxes sandboxes started ahead of tests
 */
public record PlatformOptions(int port, boolean unsafe, int warmSandboxes) {

    public static final int DEFAULT_PORT = 8787;

    public static PlatformOptions defaults() {
        return new PlatformOptions(DEFAULT_PORT, false, 2);
    }

    public PlatformOptions withPort(int newPort) {
        return new PlatformOptions(newPort, unsafe, warmSandboxes);
    }

    public PlatformOptions withUnsafe(boolean newUnsafe) {
        return new PlatformOptions(port, newUnsafe, warmSandboxes);
    }
}
