package io.verisim.bench;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/** Measures one promise of the product. Found through {@code META-INF/services}. */
public interface Benchmark {

    /** All that are installed. */
    static ServiceLoader<Benchmark> installed() {
        return ServiceLoader.load(Benchmark.class);
    }

    /** The word after {@code verisim bench}. */
    String name();

    /** One sentence on what is measured. */
    String about();

    /** Parts that may be measured alone; none where there is nothing to choose from. */
    default List<String> parts() {
        return List.of();
    }

    /**
     * Measures; figures go to the run as they become known.
     *
     * @throws IOException where a file or a program cannot be used
     */
    void measure(BenchmarkRun run) throws IOException, InterruptedException;
}
