package io.verisim.testexecutor.report;

import java.util.List;
import java.util.Optional;

/**
 * An issue tracker, in the words of whoever reports to it. Every effect carries the mark of the task that caused it, and
 * is not repeated where one with that mark is found.
 */
interface IssueTracker {

    /** Whether a scenario is an issue of this tracker; one out of a feature file is not. */
    boolean keeps(String issue);

    /** Adds a comment, unless one with this mark is there. */
    void comment(String issue, List<String> paragraphs, String mark);

    /** Moves an issue to a status, where a transition leads there from its present one. */
    void move(String issue, String status);

    /** An open bug with this label. */
    Optional<Bug> findBug(String project, String label);

    /** Opens a bug with labels; its key. */
    String openBug(String project, List<String> labels, String summary, List<String> paragraphs);

    /** Attaches a picture, unless one of this name is there. */
    void attach(String issue, String fileName, byte[] png);

    /** A bug and its labels. */
    record Bug(String key, List<String> labels) {

        public Bug {
            labels = List.copyOf(labels);
        }
    }
}
