package io.verisim.cli.engine;

import io.verisim.cli.Console;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.model.PrivacyStatement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is said of a twin once it is written. */
final class TwinSummary {

    private TwinSummary() {}

    /**
     * Says it, as lines and as a document.
     *
     * @param seed as given; not told of a private twin, whose noise it would take off
     */
    static void tell(
            Console console,
            TwinFiles files,
            FittedGeneration fitted,
            long seed,
            double fitSeconds,
            double writeSeconds) {
        String model = fitted.options().model();
        console.say(String.format(
                Locale.ROOT,
                "%s: %,d rows by %s, fitted in %.1f s, written in %.1f s",
                files.out(),
                fitted.rows(),
                model,
                fitSeconds,
                writeSeconds));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("out", files.out().toString());
        document.put("rows", fitted.rows());
        document.put("model", model);
        fitted.privacy().ifPresentOrElse(promise -> tell(console, promise, document), () -> document.put("seed", seed));
        document.put("fitSeconds", fitSeconds);
        document.put("writeSeconds", writeSeconds);
        fitted.curve().ifPresent(curve -> document.put("training", curve));
        if (files.report() != null) {
            console.say("report: " + files.report());
            document.put("report", files.report().toString());
        }
        console.document(document);
    }

    private static void tell(Console console, PrivacyStatement promise, Map<String, Object> document) {
        console.say(String.format(
                Locale.ROOT,
                "differentially private: epsilon %s, delta %s, in %d measurements",
                promise.epsilon(),
                promise.delta(),
                promise.ledger().size()));
        document.put("differentialPrivacy", promise);
    }
}
