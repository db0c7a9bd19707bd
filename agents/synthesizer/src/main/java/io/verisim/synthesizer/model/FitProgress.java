package io.verisim.synthesizer.model;

/** Hears how far a fit is. What it does changes nothing of the result. */
@FunctionalInterface
public interface FitProgress {

    FitProgress NONE = (done, of, sentence) -> {};

    /**
     * So far.
     *
     * @param done steps behind, of at most so many
     * @param sentence what was done last, in words, without any value of the table
     */
    void at(int done, int of, String sentence);
}
