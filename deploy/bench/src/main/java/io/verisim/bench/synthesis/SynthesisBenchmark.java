package io.verisim.bench.synthesis;

import io.verisim.bench.Bar;
import io.verisim.bench.Benchmark;
import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Footprint;
import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.Models;
import io.verisim.synthesizer.model.SynthesisModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every model on every real table. A table is cut in halves; a twin S of the training half T is held against T and
 * against the other half H, and every score stands beside what H scores in its place. Definitions: quality as SDMetrics
 * 0.29; tree detector, closer-to-training share and exact copies as the quality report's.
 */
public final class SynthesisBenchmark implements Benchmark {

    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);
    private static final String FOLDER = "data/single";
    private static final int RATE_ROWS = 65_536;
    private static final int SHORT_RATE_ROWS = 16_384;

    private static final double LONG_FIT_SECONDS = 60;

    /** How far a twin may stay behind its ceiling. */
    private static final double NEAR_CEILING = 0.005;

    /** By how much a twin may be worse to learn from than a bootstrap of the training rows. */
    static final double GAP_ALLOWANCE = 0.01;

    @Override
    public String name() {
        return "synthesis";
    }

    @Override
    public String about() {
        return "twins of real tables by every model: how like, how private, how fast, beside what other real rows score";
    }

    @Override
    public List<String> parts() {
        return Models.all().stream().map(SynthesisModel::name).toList();
    }

    @Override
    public void measure(BenchmarkRun run) throws IOException, InterruptedException {
        Path shared = run.shared();
        if (shared == null) {
            run.say("No sample data beside the project (VERISIM_SHARED): nothing is measured.");
            return;
        }
        Path folder = shared.resolve(FOLDER);
        List<Long> seeds = run.brief() ? SEEDS.subList(0, 1) : SEEDS;
        List<TableResult> results = new ArrayList<>();
        for (RealTable table : RealTable.values()) {
            if (run.brief() && !table.small()) {
                continue;
            }
            if (Files.exists(folder.resolve(table.file() + ".csv"))) {
                TableResult result = measure(run, folder, table, seeds);
                results.add(result);
                figures(run, result);
            } else {
                run.say("Skipped " + table.file() + ": not in " + FOLDER + " of the sample data.");
            }
        }
        run.page(new ResultPage(results, seeds).markdown());
    }

    private static TableResult measure(BenchmarkRun run, Path folder, RealTable table, List<Long> seeds)
            throws IOException, InterruptedException {
        Experiment experiment = Experiment.read(folder, table);
        List<Halves> halves = new ArrayList<>();
        List<Likeness> ceilings = new ArrayList<>();
        for (long seed : seeds) {
            run.say("%s: what other real rows score, seed %d".formatted(table.file(), seed));
            halves.add(Halves.of(experiment.table(), seed));
            ceilings.add(experiment.ceiling(halves.getLast(), seed));
        }
        List<ModelResult> models = new ArrayList<>();
        for (SynthesisModel model : Models.all()) {
            if (!run.wants(model.name())) {
                continue;
            }
            List<Trial> trials = new ArrayList<>();
            for (int i = 0; i < seeds.size() && !takesLong(trials); i++) {
                run.say("%s: a twin by %s, seed %d".formatted(table.file(), model.name(), seeds.get(i)));
                trial(run, experiment, halves.get(i), model.name(), seeds.get(i))
                        .ifPresent(trials::add);
            }
            if (trials.isEmpty()) {
                continue;
            }
            run.say("%s: memory of generate with %s".formatted(table.file(), model.name()));
            double peak = peakMebi(run, folder.resolve(table.file() + ".csv"), model.name());
            models.add(
                    new ModelResult(model.name(), halves.getFirst().training().rows(), trials, peak));
        }
        return new TableResult(table, experiment.table().rows(), experiment.columns(), Likeness.mean(ceilings), models);
    }

    /** A model that fails on a table costs that figure, not all others. */
    private static Optional<Trial> trial(
            BenchmarkRun run, Experiment experiment, Halves halves, String model, long seed) throws IOException {
        try {
            return Optional.of(experiment.trial(halves, model, seed, run.brief() ? SHORT_RATE_ROWS : RATE_ROWS));
        } catch (VerisimException e) {
            run.say("no twin of %s by %s, seed %d: %s"
                    .formatted(experiment.table().name(), model, seed, e.getMessage()));
            return Optional.empty();
        }
    }

    private static double peakMebi(BenchmarkRun run, Path table, String model)
            throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(run.scratch(), "twin").resolve("twin.csv");
        return Footprint.of(run, List.of("generate", table.toString(), "--model", model, "--out", out.toString()))
                .peakMebi();
    }

    /** A model that takes minutes to learn is measured with one seed. */
    private static boolean takesLong(List<Trial> trials) {
        return !trials.isEmpty() && trials.getFirst().fitSeconds() > LONG_FIT_SECONDS;
    }

    private static void figures(BenchmarkRun run, TableResult result) {
        String name = result.table().name().toLowerCase(Locale.ROOT);
        Likeness ceiling = result.ceiling();
        run.figure(name + ", other real rows: quality, all pairs", ceiling.allPairs(), "");
        run.figure(name + ", other real rows: quality, thresholds", ceiling.thresholds(), "");
        run.figure(name + ", other real rows: tree detector", ceiling.detector(), "");
        for (ModelResult model : result.models()) {
            figures(run, name + ", " + model.model() + ": ", result, model);
        }
    }

    /** Likeness is promised of the recommended model, privacy of all. */
    private static void figures(BenchmarkRun run, String name, TableResult result, ModelResult model) {
        Likeness likeness = model.likeness();
        if (model.model().equals(GenerationOptions.DEFAULT_MODEL)) {
            Bar quality = Bar.atLeast(result.ceiling().allPairs() - NEAR_CEILING);
            run.figure(name + "quality, all pairs", likeness.allPairs(), "", quality);
            run.figure(
                    name + "tree detector",
                    likeness.detector(),
                    "",
                    Bar.atMost(result.table().detectorBar()));
            run.figure(name + "utility gap", model.gap(), "", Bar.atMost(model.bootstrapGap() + GAP_ALLOWANCE));
        } else {
            run.figure(name + "utility gap", model.gap(), "");
            run.figure(name + "quality, all pairs", likeness.allPairs(), "");
            run.figure(name + "tree detector", likeness.detector(), "");
        }
        run.figure(name + "quality, thresholds", likeness.thresholds(), "");
        run.figure(name + "closer to training", model.closer(), "", Bar.atMost(model.closerBar()));
        run.figure(name + "exact copies", model.copies(), "", Bar.atMost(model.copiesHeldOut()));
        run.figure(name + "near copies", model.near(), "", Bar.atMost(model.nearHeldOut()));
        run.figure(name + "twins that the privacy gate stops", (double) model.stopped(), "");
        run.figure(name + "utility gap of a bootstrap", model.bootstrapGap(), "");
        run.figure(name + "fit", model.fitSeconds(), "s");
        run.figure(name + "rows a second", model.rowsASecond(), "1/s");
        run.figure(name + "memory at its peak", model.peakMebi(), "MiB");
    }
}
