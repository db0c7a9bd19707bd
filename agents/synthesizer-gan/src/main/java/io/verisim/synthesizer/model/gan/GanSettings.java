package io.verisim.synthesizer.model.gan;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.ParameterSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a network is trained.
 *
 * @param epochs most rounds over the training rows
 * @param patience rounds without a better score after which training ends
 * @param batch rows of a step
 * @param pack rows that the critic judges together; divides the batch
 * @param criticSteps steps of the critic for one of the generator
 * @param noise random numbers that a row is made from
 * @param hidden width of the hidden layers
 * @param generatorRate learning rate
 * @param criticRate learning rate
 * @param levels most choices of a column; rarer levels share one
 * @param calibrate whether frequencies of single columns are set right after training
 */
record GanSettings(
        int epochs,
        int patience,
        int batch,
        int pack,
        int criticSteps,
        int noise,
        int hidden,
        double generatorRate,
        double criticRate,
        int levels,
        boolean calibrate) {

    private static final String EPOCHS = "epochs";
    private static final String PATIENCE = "patience";
    private static final String BATCH = "batchSize";
    private static final String PACK = "pac";
    private static final String CRITIC_STEPS = "discriminatorSteps";
    private static final String NOISE = "embedding";
    private static final String HIDDEN = "hidden";
    private static final String GENERATOR_RATE = "generatorRate";
    private static final String CRITIC_RATE = "discriminatorRate";
    private static final String LEVELS = "levels";
    private static final String CALIBRATE = "calibrate";

    private static final Map<String, Map<String, Object>> PROPERTIES = properties();

    private static Map<String, Map<String, Object>> properties() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        properties.put(
                EPOCHS,
                ParameterSchema.integer(
                        "Most rounds over the training rows; one has at most 200 steps", 150, 1, 10_000));
        properties.put(
                PATIENCE,
                ParameterSchema.integer("Rounds without a better held-out score after which it ends", 30, 1, 10_000));
        properties.put(BATCH, ParameterSchema.integer("Rows of a step, a multiple of pac", 500, 2, 10_000));
        properties.put(PACK, ParameterSchema.integer("Rows that the critic judges together", 10, 1, 100));
        properties.put(CRITIC_STEPS, ParameterSchema.integer("Steps of the critic for one of the generator", 1, 1, 20));
        properties.put(NOISE, ParameterSchema.integer("Random numbers that a row is made from", 128, 1, 1_024));
        properties.put(HIDDEN, ParameterSchema.integer("Width of the hidden layers", 256, 4, 1_024));
        properties.put(GENERATOR_RATE, rate("Learning rate of the generator"));
        properties.put(CRITIC_RATE, rate("Learning rate of the critic"));
        properties.put(
                LEVELS, ParameterSchema.integer("Most choices of a column; rarer levels share one", 100, 2, 1_000));
        properties.put(
                CALIBRATE,
                Map.of(
                        "type", "boolean",
                        "description", "Whether frequencies of single columns are set right after training",
                        "default", true));
        return properties;
    }

    private static Map<String, Object> rate(String description) {
        return ParameterSchema.number(description, 2e-4, 1e-6, 0.1);
    }

    /** JSON Schema of the parameters. */
    static Map<String, Object> schema() {
        return ParameterSchema.of(PROPERTIES);
    }

    /**
     * Reads parameters.
     *
     * @throws VerisimException CONFIGURATION where one is unknown or out of range
     */
    static GanSettings of(ModelParameters parameters) {
        parameters.only(PROPERTIES.keySet());
        GanSettings settings = new GanSettings(
                integer(parameters, EPOCHS),
                integer(parameters, PATIENCE),
                integer(parameters, BATCH),
                integer(parameters, PACK),
                integer(parameters, CRITIC_STEPS),
                integer(parameters, NOISE),
                integer(parameters, HIDDEN),
                number(parameters, GENERATOR_RATE),
                number(parameters, CRITIC_RATE),
                integer(parameters, LEVELS),
                parameters.flag(CALIBRATE, true));
        if (settings.batch % settings.pack != 0) {
            throw VerisimException.configuration(
                    "MODEL_PARAMETER",
                    "Parameter '" + BATCH + "' of model '" + parameters.model() + "' is " + settings.batch
                            + ", which is no multiple of '" + PACK + "', " + settings.pack + ".",
                    "Give a multiple of it.");
        }
        return settings;
    }

    private static int integer(ModelParameters parameters, String name) {
        return parameters.integer(
                name, (int) told(name, "default"), (int) told(name, "minimum"), (int) told(name, "maximum"));
    }

    private static double number(ModelParameters parameters, String name) {
        return parameters.number(name, told(name, "default"), told(name, "minimum"), told(name, "maximum"));
    }

    /** What the schema says of a parameter. */
    private static double told(String name, String what) {
        return PROPERTIES.getOrDefault(name, Map.of()).get(what) instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }
}
