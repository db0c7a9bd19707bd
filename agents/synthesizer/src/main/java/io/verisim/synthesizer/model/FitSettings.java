package io.verisim.synthesizer.model;

/**
 * How a model is fitted.
 *
 * @param parameters the model's own parameters
 * @param seed seed of all randomness of the fit
 * @param threads threads it may use; the result is the same for any number
 * @param progress hears how far a fit is that takes long
 */
public record FitSettings(ModelParameters parameters, long seed, int threads, FitProgress progress) {

    /** The same, with nobody who hears of progress. */
    public FitSettings(ModelParameters parameters, long seed, int threads) {
        this(parameters, seed, threads, FitProgress.NONE);
    }
}
