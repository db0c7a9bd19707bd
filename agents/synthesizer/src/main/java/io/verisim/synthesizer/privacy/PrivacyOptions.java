package io.verisim.synthesizer.privacy;

import java.util.List;

/**
 * How privacy is measured.
 *
 * @param seed seed of all draws
 * @param threads threads to use, at least 1; changes no figure
 * @param quasiIdentifiers columns that somebody outside may know of a person; where there are none, the columns that tell
 *     most training rows apart
 * @param limits how much risk passes the gate
 */
public record PrivacyOptions(long seed, int threads, List<String> quasiIdentifiers, PrivacyLimits limits) {

    public PrivacyOptions {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        if (threads < 1) {
            throw new IllegalArgumentException("Privacy is measured by at least one thread, not " + threads);
        }
    }
}
