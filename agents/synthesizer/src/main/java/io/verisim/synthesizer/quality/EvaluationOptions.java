package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.privacy.PrivacyLimits;
import io.verisim.synthesizer.privacy.PrivacyOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an evaluation is done.
 *
 * @param seed seed of all draws
 * @param threads threads to use, at least 1; changes no figure
 * @param parts what is measured beside the quality scores
 * @param quasiIdentifiers columns that somebody outside may know of a person; chosen by the data where none are named
 * @param limits how much risk passes the privacy gate
 * @param target the column that models are to guess, or {@code column=value}; chosen where null
 */
public record EvaluationOptions(
        long seed,
        int threads,
        Set<Part> parts,
        List<String> quasiIdentifiers,
        PrivacyLimits limits,
        @Nullable String target) {

    /** What may be left out. */
    public enum Part {
        /** The tree detector. */
        DETECTOR,
        /** What other real rows would score. */
        CEILING,
        /** Train on synthetic, test on real; takes a holdout. */
        UTILITY
    }

    public EvaluationOptions {
        parts = Set.copyOf(parts);
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        if (threads < 1) {
            throw new IllegalArgumentException("An evaluation needs at least one thread, not " + threads);
        }
    }

    /** Everything but, perhaps, the detector; no quasi-identifiers named, default limits. */
    public EvaluationOptions(long seed, int threads, boolean detector) {
        this(
                seed,
                threads,
                detector ? EnumSet.allOf(Part.class) : EnumSet.complementOf(EnumSet.of(Part.DETECTOR)),
                List.of(),
                PrivacyLimits.defaults(),
                null);
    }

    /** Seed 0, as many threads as the machine has processors, every part. */
    public static EvaluationOptions defaults() {
        return new EvaluationOptions(0, Runtime.getRuntime().availableProcessors(), true);
    }

    public EvaluationOptions withSeed(long newSeed) {
        return new EvaluationOptions(newSeed, threads, parts, quasiIdentifiers, limits, target);
    }

    public EvaluationOptions withThreads(int newThreads) {
        return new EvaluationOptions(seed, newThreads, parts, quasiIdentifiers, limits, target);
    }

    public EvaluationOptions withDetector(boolean on) {
        return on ? with(Part.DETECTOR) : without(Part.DETECTOR);
    }

    private EvaluationOptions with(Part part) {
        EnumSet<Part> more = EnumSet.of(part);
        more.addAll(parts);
        return new EvaluationOptions(seed, threads, more, quasiIdentifiers, limits, target);
    }

    public EvaluationOptions without(Part part) {
        EnumSet<Part> fewer = EnumSet.complementOf(EnumSet.of(part));
        fewer.retainAll(parts);
        return new EvaluationOptions(seed, threads, fewer, quasiIdentifiers, limits, target);
    }

    public EvaluationOptions withPrivacy(List<String> newQuasiIdentifiers, PrivacyLimits newLimits) {
        return new EvaluationOptions(seed, threads, parts, newQuasiIdentifiers, newLimits, target);
    }

    public EvaluationOptions withTarget(@Nullable String newTarget) {
        return new EvaluationOptions(seed, threads, parts, quasiIdentifiers, limits, newTarget);
    }

    boolean wants(Part part) {
        return parts.contains(part);
    }

    PrivacyOptions privacy() {
        return new PrivacyOptions(seed, threads, quasiIdentifiers, limits);
    }
}
