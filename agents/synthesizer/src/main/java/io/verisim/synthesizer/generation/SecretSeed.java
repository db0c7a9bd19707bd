package io.verisim.synthesizer.generation;

import io.verisim.synthesizer.model.PrivateModel;
import java.util.random.RandomGenerator;

/**
 * The seed of a private model is a secret: whoever has it can take the noise off. Where none is given, that is where it is
 * 0, one is drawn that nobody knows, and a fit that is repeated has other noise.
 */
public final class SecretSeed {

    private SecretSeed() {}

    /** Whether the seed of these options must not be told. */
    public static boolean isSecret(GenerationOptions options) {
        return Models.named(options.model()) instanceof PrivateModel;
    }

    /**
     * The options with a seed that is fit for their model.
     *
     * @param secure numbers that nobody can foretell
     */
    public static GenerationOptions of(GenerationOptions options, RandomGenerator secure) {
        return options.seed() == 0 && isSecret(options) ? options.withSeed(secure.nextLong()) : options;
    }
}
