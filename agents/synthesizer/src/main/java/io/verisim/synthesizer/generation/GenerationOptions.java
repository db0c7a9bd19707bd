package io.verisim.synthesizer.generation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a twin is made.
 *
 * @param model name of the synthesis model
 * @param rows exact number of rows; 0 for as many as the source has
 * @param seed seed of all randomness
 * @param threads threads to use; changes no byte of the result
 * @param parameters parameters of the model
 */
public record GenerationOptions(String model, long rows, long seed, int threads, Map<String, Object> parameters) {

    public static final String DEFAULT_MODEL = "latent_mixture";

    public GenerationOptions {
        if (rows < 0 || threads < 1) {
            throw new IllegalArgumentException("Rows " + rows + ", threads " + threads);
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** The recommended model with its defaults, as many rows as the source, seed 0, one thread. */
    public static GenerationOptions defaults() {
        return new GenerationOptions(DEFAULT_MODEL, 0, 0, 1, Map.of());
    }

    public GenerationOptions withModel(String newModel, Map<String, Object> newParameters) {
        return new GenerationOptions(newModel, rows, seed, threads, newParameters);
    }

    public GenerationOptions withRows(long newRows) {
        return new GenerationOptions(model, newRows, seed, threads, parameters);
    }

    public GenerationOptions withSeed(long newSeed) {
        return new GenerationOptions(model, rows, newSeed, threads, parameters);
    }

    public GenerationOptions withThreads(int newThreads) {
        return new GenerationOptions(model, rows, seed, newThreads, parameters);
    }
}
