package io.verisim.bench.report;

import io.verisim.bench.Bar;
import io.verisim.bench.Benchmark;
import io.verisim.bench.BenchmarkRun;
import io.verisim.synthesizer.privacy.PrivacyLimits;
import io.verisim.synthesizer.privacy.PrivacyMeasures;
import io.verisim.synthesizer.privacy.PrivacyOptions;
import io.verisim.synthesizer.privacy.RowSpace;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.tabular.TextTable;
import java.util.List;

/** The time that reports on large tables take, the tables being in memory as they are read. */
public final class ReportBenchmark implements Benchmark {

    private static final int ROWS = 1_000_000;
    private static final int SHORT_ROWS = 100_000;
    private static final int CLOSEST_ROWS = 20_000;
    private static final double NANOS = 1e9;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String about() {
        return "the time that the quality report of a large table takes, and the exact search for closest records";
    }

    @Override
    public void measure(BenchmarkRun run) {
        int rows = run.brief() ? SHORT_ROWS : ROWS;
        run.say("Making two tables of %,d rows".formatted(rows));
        EvaluationInput input =
                EvaluationInput.of(PeopleTable.of("real", rows, 1), PeopleTable.of("synthetic", rows, 2));
        EvaluationOptions options =
                EvaluationOptions.defaults().withThreads(THREADS).withDetector(false);
        run.say("Quality report of %,d by 15".formatted(rows));
        double seconds = seconds(() -> Evaluation.evaluate(input, options));
        AlignedTable table = AlignedTable.of(input.metadata().kinds(), THREADS, input.real(), input.synthetic());
        PrivacyOptions privacy = new PrivacyOptions(0, THREADS, List.of(), PrivacyLimits.defaults());
        double ofPrivacy = seconds(() -> PrivacyMeasures.measure(table, privacy));
        run.figure("quality report of %,d × 15".formatted(rows), seconds - ofPrivacy, "s", Bar.atMost(7));
        run.figure("privacy report of the same", ofPrivacy, "s");
        closest(run);
    }

    private static void closest(BenchmarkRun run) {
        TextTable real = PeopleTable.of("real", CLOSEST_ROWS, 3);
        TextTable synthetic = PeopleTable.of("synthetic", CLOSEST_ROWS, 4);
        AlignedTable table =
                AlignedTable.of(EvaluationInput.of(real, synthetic).metadata().kinds(), real, synthetic);
        RowSpace space = RowSpace.of(table, List.of(Side.REAL));
        run.say("Closest records of %,d among %<,d".formatted(CLOSEST_ROWS));
        double seconds = seconds(() -> space.nearest(space.rows(Side.SYNTHETIC), space.rows(Side.REAL), THREADS));
        run.figure("closest records, %,d × %<,d × 15".formatted(CLOSEST_ROWS), seconds, "s", Bar.atMost(15));
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / NANOS;
    }
}
