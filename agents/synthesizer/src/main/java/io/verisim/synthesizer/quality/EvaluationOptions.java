package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.privacy.PrivacyLimits;
import io.verisim.synthesizer.privacy.PrivacyOptions;
import java.util.List;

/**
 * How an evaluation is done.
 *
 * @param seed seed of the detector's and the baseline's draws
 * @param threads threads to use, at least 1; changes no figure
 * @param detector whether the tree detector runs
 * @param quasiIdentifiers columns that somebody outside may know of a person; chosen by the data where none are named
 * @param limits how much risk passes the privacy gate
 */
public record EvaluationOptions(
        long seed, int threads, boolean detector, List<String> quasiIdentifiers, PrivacyLimits limits) {

    public EvaluationOptions {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        if (threads < 1) {
            throw new IllegalArgumentException("An evaluation needs at least one thread, not " + threads);
        }
    }

    /** No quasi-identifiers named, default limits. */
    public EvaluationOptions(long seed, int threads, boolean detector) {
        this(seed, threads, detector, List.of(), PrivacyLimits.defaults());
    }

    /** Seed 0, as many threads as the machine has processors, with the detector. */
    public static EvaluationOptions defaults() {
        return new EvaluationOptions(0, Runtime.getRuntime().availableProcessors(), true);
    }

    public EvaluationOptions withSeed(long newSeed) {
        return new EvaluationOptions(newSeed, threads, detector, quasiIdentifiers, limits);
    }

    public EvaluationOptions withThreads(int newThreads) {
        return new EvaluationOptions(seed, newThreads, detector, quasiIdentifiers, limits);
    }

    public EvaluationOptions withDetector(boolean on) {
        return new EvaluationOptions(seed, threads, on, quasiIdentifiers, limits);
    }

    public EvaluationOptions withPrivacy(List<String> newQuasiIdentifiers, PrivacyLimits newLimits) {
        return new EvaluationOptions(seed, threads, detector, newQuasiIdentifiers, newLimits);
    }

    PrivacyOptions privacy() {
        return new PrivacyOptions(seed, threads, quasiIdentifiers, limits);
    }
}
