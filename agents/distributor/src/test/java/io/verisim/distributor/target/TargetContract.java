package io.verisim.distributor.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every target keeps to. */
public abstract class TargetContract {

    @TempDir
    protected Path folder;

    protected abstract Target target();

    /** Settings with which the target can be loaded. */
    protected abstract Map<String, Object> settings();

    /** A fresh set each time, on the same system. */
    protected abstract LoadRequest.Surroundings surroundings() throws IOException;

    /** The rows of a table that was loaded, in order, values as text; null is missing. */
    protected abstract List<List<@Nullable String>> rows(LoadOutcome outcome, List<String> columns) throws Exception;

    /** Whether there is a trace of the table. */
    protected abstract boolean holdsNothing(String table) throws Exception;

    protected final LoadRequest request(Dataset dataset) throws IOException {
        return Datasets.request(target().type(), settings(), dataset, surroundings());
    }

    protected static TableSchema people(String table) {
        return new TableSchema(
                table, List.of(Datasets.column("id", ColumnType.INTEGER), Datasets.column("name", ColumnType.TEXT)));
    }

    protected static List<@Nullable String> row(@Nullable String... values) {
        return Arrays.asList(values);
    }

    @Test
    void isFoundByItsType() {
        assertThat(Targets.installed().ofType(target().type())).hasSameClassAs(target());
        assertThat(target().settingsSchema()).isNotEmpty();
    }

    @Test
    void rowsOfAllChunksArriveInOrder() throws Exception {
        Dataset dataset = Datasets.of(
                folder,
                people("people"),
                List.of(List.of(row("3", "Cy"), row("1", "Ann")), List.of(), List.of(row("2", "Bo"))));
        LoadOutcome outcome = target().load(request(dataset), rows -> {});
        assertThat(outcome.records()).isEqualTo(3);
        assertThat(outcome.repeated()).isFalse();
        assertThat(rows(outcome, List.of("id", "name")))
                .containsExactly(row("3", "Cy"), row("1", "Ann"), row("2", "Bo"));
    }

    @Test
    void anyTextArrivesUnchangedAndMissingIsNotEmpty() throws Exception {
        List<List<@Nullable String>> rows = List.of(
                row("1", ""),
                row("2", null),
                row("3", "a,b;c\"d'e\\f\\N\tg\nh\r\ni\u0001"),
                row("4", " Grüße 北京 \uD83D\uDE00 NULL "),
                row("5", "x".repeat(200_000)));
        Dataset dataset = Datasets.of(folder, people("texts"), List.of(rows));
        LoadOutcome outcome = target().load(request(dataset), loaded -> {});
        assertThat(rows(outcome, List.of("id", "name"))).isEqualTo(rows);
    }

    @Test
    void namesOfTablesAndColumnsMayHoldAnything() throws Exception {
        TableSchema schema = new TableSchema(
                "Robert'); DROP TABLE \"people\"; --",
                List.of(
                        Datasets.column("select", ColumnType.TEXT),
                        Datasets.column("a \"quoted\", name\n%s ?", ColumnType.TEXT),
                        Datasets.column("Größe", ColumnType.INTEGER)));
        Dataset dataset = Datasets.of(folder, schema, List.of(List.of(row("x", "y", "1"))));
        LoadOutcome outcome = target().load(request(dataset), loaded -> {});
        assertThat(rows(outcome, schema.columnNames())).containsExactly(row("x", "y", "1"));
    }

    @Test
    void aRepeatedTaskLoadsNothingTwice() throws Exception {
        Dataset dataset = Datasets.of(folder, people("once"), List.of(List.of(row("1", "Ann"))));
        LoadRequest request = request(dataset);
        target().load(request, loaded -> {});
        LoadRequest again =
                new LoadRequest(request.task(), request.workflow(), request.settings(), dataset, surroundings());
        LoadOutcome repeated = target().load(again, loaded -> {});
        assertThat(repeated.records()).isEqualTo(1);
        assertThat(rows(repeated, List.of("id", "name"))).containsExactly(row("1", "Ann"));
    }

    @Test
    void aLoadThatIsStoppedLeavesNothingBehind() throws Exception {
        List<List<@Nullable String>> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(row(Integer.toString(i), "n" + i));
        }
        Dataset dataset = Datasets.of(folder, people("stopped"), List.of(many));
        LoadRequest request = request(dataset);
        IllegalStateException stop = new IllegalStateException("stop");
        assertThatThrownBy(() -> target().load(request, loaded -> {
                    throw stop;
                }))
                .isSameAs(stop);
        assertThat(holdsNothing("stopped")).isTrue();

        LoadRequest retry =
                new LoadRequest(request.task(), request.workflow(), request.settings(), dataset, surroundings());
        assertThat(target().load(retry, loaded -> {}).records()).isEqualTo(20_000);
    }

    @Test
    void progressRisesToTheNumberOfRows() throws Exception {
        List<List<@Nullable String>> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(row(Integer.toString(i), "n"));
        }
        List<Long> told = new ArrayList<>();
        target().load(request(Datasets.of(folder, people("progress"), List.of(many))), told::add);
        assertThat(told).isSorted().hasSizeGreaterThan(2).endsWith(20_000L);
    }

    @Test
    void aChunkWithOtherColumnsIsRefused() throws Exception {
        Dataset good = Datasets.of(folder, people("chunks"), List.of(List.of(row("1", "Ann"))));
        TableSchema other = new TableSchema(
                "chunks", List.of(Datasets.column("id", ColumnType.INTEGER), Datasets.column("x", ColumnType.TEXT)));
        Dataset mixed = new Dataset(other, good.chunks(), "");
        assertThatThrownBy(() -> target().load(request(mixed), loaded -> {})).hasMessageContaining("other columns");
        assertThat(holdsNothing("chunks")).isTrue();
    }

    @Test
    void columnsAreRenamedAndLeftOutAsToldAndUnknownOnesAreNamed() throws Exception {
        Dataset dataset = Datasets.of(folder, people("mapped"), List.of(List.of(row("1", "Ann"))));
        Map<String, Object> mapped = new java.util.HashMap<>(settings());
        mapped.put("columns", Map.of("name", "Full name"));
        mapped.put("exclude", List.of("id"));
        LoadOutcome outcome =
                target().load(Datasets.request(target().type(), mapped, dataset, surroundings()), loaded -> {});
        assertThat(outcome.columns()).isEqualTo(Map.of("name", "Full name"));
        assertThat(rows(outcome, List.of("Full name"))).containsExactly(row("Ann"));

        mapped.put("columns", Map.of("nam", "x"));
        assertThatThrownBy(() ->
                        target().load(Datasets.request(target().type(), mapped, dataset, surroundings()), loaded -> {}))
                .hasMessageContaining("'nam'");
    }
}
