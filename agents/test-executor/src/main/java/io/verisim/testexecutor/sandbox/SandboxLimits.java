package io.verisim.testexecutor.sandbox;

/**
 * What a confined process and its children may use together.
 *
 * @param memoryBytes private and shared memory; killed beyond it
 * @param processes number of processes; killed beyond it
 * @param fileBytes size of a single file, of shared memory, and of all files together; killed beyond the last
 * @param openFiles open files of one process
 */
public record SandboxLimits(long memoryBytes, int processes, long fileBytes, int openFiles) {

    private static final long MIB = 1L << 20;

    public static SandboxLimits defaults() {
        return new SandboxLimits(1_536 * MIB, 200, 512 * MIB, 4_096);
    }

    public SandboxLimits withMemoryBytes(long bytes) {
        return new SandboxLimits(bytes, processes, fileBytes, openFiles);
    }

    public SandboxLimits withProcesses(int count) {
        return new SandboxLimits(memoryBytes, count, fileBytes, openFiles);
    }

    public SandboxLimits withFileBytes(long bytes) {
        return new SandboxLimits(memoryBytes, processes, bytes, openFiles);
    }
}
