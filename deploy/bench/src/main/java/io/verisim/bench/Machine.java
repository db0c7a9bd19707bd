package io.verisim.bench;

import java.lang.management.ManagementFactory;

/** The machine that measures, in words that say how large it is and nothing else about it. */
public final class Machine {

    private static final double GIBI = 1 << 30;

    private Machine() {}

    public static String words() {
        String memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? " and " + Math.round(system.getTotalMemorySize() / GIBI) + " GiB of memory"
                        : "";
        return "a machine of " + Runtime.getRuntime().availableProcessors() + " cores" + memory + ", Java "
                + Runtime.version().feature();
    }
}
