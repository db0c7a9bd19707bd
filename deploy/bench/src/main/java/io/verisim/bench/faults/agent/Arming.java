package io.verisim.bench.faults.agent;

/**
 * What is told to a process that is to end at a point.
 *
 * @param name name of this arming, unlike any other
 * @param port where the end is asked for, on the loopback address
 * @param className class of the method
 * @param method its name; all methods of the name count
 * @param exit whether the point is the end of the method rather than its beginning
 * @param count at which call
 */
public record Arming(String name, int port, String className, String method, boolean exit, int count) {

    private static final String SEPARATOR = ";";

    /** As one text, for the way into another process. */
    public String text() {
        return String.join(
                SEPARATOR, name, String.valueOf(port), className, method, String.valueOf(exit), String.valueOf(count));
    }

    static Arming of(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new Arming(
                parts[0],
                Integer.parseInt(parts[1]),
                parts[2],
                parts[3],
                Boolean.parseBoolean(parts[4]),
                Integer.parseInt(parts[5]));
    }
}
