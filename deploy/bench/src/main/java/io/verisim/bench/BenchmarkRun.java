package io.verisim.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a benchmark: what it may use, and the figures it found. */
public final class BenchmarkRun {

    private final Launcher launcher;
    private final Path scratch;
    private final @Nullable Path shared;
    private final Extent extent;
    private final Consumer<String> progress;
    private final List<Figure> figures = new ArrayList<>();
    private boolean keepsScratch;
    private @Nullable String page;

    /**
     * How much is measured.
     *
     * @param brief whether fewer repetitions and smaller tables do
     * @param seed of what a benchmark leaves to chance
     * @param length how long a benchmark goes on that could for ever; null for its own choice
     * @param only the parts that are wanted, where a benchmark has parts; empty for all
     */
    public record Extent(boolean brief, long seed, @Nullable Duration length, Set<String> only) {

        public Extent {
            only = Set.copyOf(only);
        }

        /** All parts. */
        public Extent(boolean brief, long seed, @Nullable Duration length) {
            this(brief, seed, length, Set.of());
        }
    }

    /**
     * @param launcher runs the command line as a user does
     * @param scratch an empty directory; its owner deletes it
     * @param shared folder of sample data and golden vectors; null where there is none
     * @param extent how much is measured
     * @param progress hears what is done next
     */
    public BenchmarkRun(
            Launcher launcher, Path scratch, @Nullable Path shared, Extent extent, Consumer<String> progress) {
        this.launcher = launcher;
        this.scratch = scratch;
        this.shared = shared;
        this.extent = extent;
        this.progress = progress;
    }

    public Launcher launcher() {
        return launcher;
    }

    public Path scratch() {
        return scratch;
    }

    public @Nullable Path shared() {
        return shared;
    }

    public boolean brief() {
        return extent.brief();
    }

    public long seed() {
        return extent.seed();
    }

    public @Nullable Duration length() {
        return extent.length();
    }

    /** Whether a part is wanted. */
    public boolean wants(String part) {
        return extent.only().isEmpty() || extent.only().contains(part);
    }

    /** Leaves the scratch directory behind, for somebody to look into. */
    public void keepScratch() {
        keepsScratch = true;
    }

    public boolean keepsScratch() {
        return keepsScratch;
    }

    /** Says what is done next. */
    public void say(String sentence) {
        progress.accept(sentence);
    }

    /** Records a figure that is held to a bar. */
    public void figure(String what, double measured, String unit, Bar bar) {
        figures.add(new Figure(what, measured, unit, bar));
    }

    /** Records a figure for information. */
    public void figure(String what, double measured, String unit) {
        figures.add(new Figure(what, measured, unit, null));
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Gives the figures the form in which they are published, in Markdown. */
    public void page(String markdown) {
        page = markdown;
    }

    /** What is published of the figures; empty for a benchmark of which nothing is. */
    public Optional<String> page() {
        return Optional.ofNullable(page);
    }
}
