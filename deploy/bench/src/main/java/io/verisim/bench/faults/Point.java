package io.verisim.bench.faults;

import java.util.List;

/**
 * A point of the program at which a process can be killed.
 *
 * @param kind kinds of process that pass it
 * @param className class of the method
 * @param method name of the method
 * @param edge whether its beginning or its end is meant
 * @param afterEffect whether something has happened outside that is not recorded yet
 * @param words what is done by then, and what not, for people
 */
public record Point(List<String> kind, String className, String method, Edge edge, boolean afterEffect, String words) {

    /** Beginning or end of a method. */
    public enum Edge {
        ENTRY,
        EXIT
    }

    public Point {
        kind = List.copyOf(kind);
    }

    /** Its name: class and method, without the package. */
    public String name() {
        return className.substring(className.lastIndexOf('.') + 1) + "." + method + "/"
                + (edge == Edge.ENTRY ? "entry" : "exit");
    }

    /** Whether it lies between an effect and its record, in the course of whatever workflow. */
    boolean everyWorkflowPassesIt() {
        return afterEffect && kind.size() != 1
                || afterEffect && isOften() && !className.contains(".audit.") && !method.equals("start");
    }

    /** Whether it is passed so often that a later call is worth waiting for. */
    boolean isOften() {
        return kind.equals(List.of("orchestrator"));
    }

    @Override
    public String toString() {
        return name();
    }

    /** Whether a process passes it, by the name of the process, such as {@code synthesizer-2}. */
    boolean isPassedBy(String process) {
        return kind.stream()
                .anyMatch(each -> process.equals(each)
                        || process.startsWith(each + "-") && Character.isDigit(process.charAt(process.length() - 1)));
    }
}
