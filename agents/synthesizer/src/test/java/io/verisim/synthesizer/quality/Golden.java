package io.verisim.synthesizer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tables that the reference implementation measured, and what it printed. */
public record Golden(JsonNode expected, SdvMetadata metadata, TextTable real, TextTable synthetic, TextTable holdout) {

    public static final double TOLERANCE = 1e-6;

    public static Golden of(String name) {
        try {
            return new Golden(
                    MessageCodec.mapper().readTree(SharedFiles.require("golden/" + name + ".json")),
                    SdvMetadata.read(SharedFiles.require("golden/" + name + ".metadata.json"), "table"),
                    table(name, "real"),
                    table(name, "synthetic"),
                    table(name, "holdout"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TextTable table(String name, String which) throws IOException {
        return TableFiles.read(SharedFiles.require("golden/" + name + "." + which + ".csv"), ReadOptions.metrics());
    }

    public EvaluationInput input() {
        return EvaluationInput.of(real, synthetic).withMetadata(metadata).withHoldout(holdout);
    }

    public AlignedTable aligned() {
        return AlignedTable.of(metadata.kinds(), real, synthetic, holdout);
    }

    /** Holds a figure against the expected one; a JSON null is an undefined figure. */
    public static void check(String what, @Nullable Double actual, JsonNode expected) {
        if (expected.isNull() || expected.isMissingNode()) {
            assertThat(actual).as(what).isNull();
        } else {
            assertThat(actual).as(what).isNotNull();
            assertThat(actual).as(what).isCloseTo(expected.asDouble(), within(TOLERANCE));
        }
    }
}
