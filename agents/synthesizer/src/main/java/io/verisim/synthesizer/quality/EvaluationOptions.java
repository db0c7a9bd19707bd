package io.verisim.synthesizer.quality;

/**
 * How an evaluation is done.
 *
 * @param seed seed of the detector's and the baseline's draws
 * @param threads threads to use, at least 1; changes no figure
 * @param detector whether the tree detector runs
 */
public record EvaluationOptions(long seed, int threads, boolean detector) {

    public EvaluationOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("An evaluation needs at least one thread, not " + threads);
        }
    }

    /** Seed 0, as many threads as the machine has processors, with the detector. */
    public static EvaluationOptions defaults() {
        return new EvaluationOptions(0, Runtime.getRuntime().availableProcessors(), true);
    }

    public EvaluationOptions withSeed(long newSeed) {
        return new EvaluationOptions(newSeed, threads, detector);
    }

    public EvaluationOptions withThreads(int newThreads) {
        return new EvaluationOptions(seed, newThreads, detector);
    }

    public EvaluationOptions withDetector(boolean on) {
        return new EvaluationOptions(seed, threads, on);
    }
}
