package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A differentially private twin from the command line. */
class PrivateTwinTest {

    @TempDir
    private Path folder;

    private Path source = Path.of("");
    private Path twin = Path.of("");

    @BeforeEach
    void writeASource() throws IOException {
        source = Tables.orders(folder.resolve("orders.csv"), 2_000);
        twin = folder.resolve("twin.csv");
    }

    @Test
    void epsilonDeltaAndLedgerAreToldAndTheSeedIsNot() throws IOException {
        JsonNode told = Ran.verisim(
                        "generate",
                        source,
                        "--out",
                        twin,
                        "--model",
                        "private_marginals",
                        "--set",
                        "epsilon=2",
                        "--set",
                        "delta=1e-7",
                        "--rows",
                        500,
                        "--json")
                .document();
        JsonNode promise = told.path("differentialPrivacy");
        assertThat(promise.path("epsilon").asDouble()).isEqualTo(2);
        assertThat(promise.path("delta").asDouble()).isEqualTo(1e-7);
        double spent = promise.path("ledger")
                .valueStream()
                .mapToDouble(entry -> entry.path("rho").asDouble())
                .sum();
        assertThat(spent).isPositive().isLessThanOrEqualTo(promise.path("rho").asDouble());
        assertThat(told.has("seed")).isFalse();
        assertThat(Files.readAllLines(twin)).hasSize(501);
    }

    @Test
    void withoutASeedEachTwinHasItsOwnNoise() throws IOException {
        byte[] one = made();
        assertThat(made()).isNotEqualTo(one);
        byte[] seeded = made("--seed", 4711);
        assertThat(made("--seed", 4711)).isEqualTo(seeded);
        assertThat(made("--seed", 4711, "--threads", 3, "--chunk-blocks", 1)).isEqualTo(seeded);
    }

    @Test
    void parametersThatMakeNoSenseAreRefused() throws IOException {
        generate("--set", "epsilon=0").refused(10, "'epsilon'", "from 0.01 to 100");
        generate("--set", "delta=2").refused(10, "'delta'");
        generate("--set", "noise=0").refused(10, "no parameter noise", "delta, epsilon");
        assertThat(Tables.names(folder)).containsExactly("orders.csv");
    }

    private byte[] made(Object... options) throws IOException {
        generate(options).fine();
        return Files.readAllBytes(twin);
    }

    private Ran generate(Object... options) {
        Object[] all = new Object[options.length + 7];
        System.arraycopy(
                new Object[] {"generate", source, "--out", twin, "--force", "--model", "private_marginals"},
                0,
                all,
                0,
                7);
        System.arraycopy(options, 0, all, 7, options.length);
        return Ran.verisim(all);
    }
}
