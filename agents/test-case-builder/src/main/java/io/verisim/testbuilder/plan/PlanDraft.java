package io.verisim.testbuilder.plan;

import io.verisim.model.testing.AriaRole;
import io.verisim.model.testing.Locator;
import io.verisim.model.testing.ScenarioKey;
import io.verisim.model.testing.ScenarioLine;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A plan while it is made, line by line: its steps, the rows it is bound to, and where in the application it is. */
final class PlanDraft {

    private final Dataset data;
    private final RowChooser rows;
    private final Reservations reservations;
    private final boolean changesData;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, BoundRow> bound = new LinkedHashMap<>();

    private ScenarioLine line;
    private @Nullable BoundRow latest;
    private @Nullable LastSearch search;
    private @Nullable FieldEntry entry;
    private int page = 1;

    PlanDraft(Dataset data, RowChooser rows, Reservations reservations, boolean changesData, ScenarioLine first) {
        this.data = data;
        this.rows = rows;
        this.reservations = reservations;
        this.changesData = changesData;
        this.line = first;
    }

    Dataset data() {
        return data;
    }

    RowChooser rows() {
        return rows;
    }

    Reservations reservations() {
        return reservations;
    }

    boolean changesData() {
        return changesData;
    }

    /** From now on steps come from this line. */
    void at(ScenarioLine next) {
        line = next;
    }

    void navigate(String sentence, String path) {
        steps.add(new Step.Navigate(sentence, line, path));
    }

    void click(String sentence, Locator target) {
        steps.add(new Step.Click(sentence, line, target));
    }

    void fill(String sentence, Locator target, Value value) {
        steps.add(new Step.Fill(sentence, line, target, value));
    }

    void expectVisible(String sentence, Locator target) {
        steps.add(new Step.ExpectVisible(sentence, line, target));
    }

    void expectText(String sentence, Locator target, Value value) {
        steps.add(new Step.ExpectText(sentence, line, target, value, true));
    }

    void expectCount(String sentence, Locator target, int count) {
        steps.add(new Step.ExpectCount(sentence, line, target, count));
    }

    void expectUrl(String sentence, String path) {
        steps.add(new Step.ExpectUrl(sentence, line, path));
    }

    void expectMessage(String sentence, AriaRole role, String text) {
        steps.add(new Step.ExpectMessage(sentence, line, role, Value.literal(text)));
    }

    /** Binds a row under a name; the scenario speaks of it from now on. */
    void bind(String name, IntPredicate suits, String need) {
        int row = rows.choose(suits, changesData, need);
        reservations.use(row);
        BoundRow chosen = new BoundRow(name, data, row);
        bound.put(name, chosen);
        latest = chosen;
    }

    /** The row that a line speaks of: by its name, or the latest for {@code it}. */
    BoundRow row(String name) {
        BoundRow found = name.equals("it") ? latest : bound.get(name);
        if (found == null) {
            throw new CannotBind(
                    name.equals("it")
                            ? "No line before says which record is meant."
                            : "No line before speaks of a " + name + ".");
        }
        return found;
    }

    /** Remembers what is searched for; the list shows its first page. */
    void searched(String typed, Matches matches) {
        reservations.use(matches);
        search = new LastSearch(typed, matches);
        page = 1;
    }

    /** The list of all records is shown. */
    void searchedForNothing() {
        search = null;
        page = 1;
    }

    Optional<LastSearch> lastSearch() {
        return Optional.ofNullable(search);
    }

    /** Records in the list as it is shown. */
    int listed() {
        return search == null ? data.rows() : search.matches().count();
    }

    int page() {
        return page;
    }

    int pages() {
        return Math.max(1, (listed() + RowChooser.PAGE - 1) / RowChooser.PAGE);
    }

    void turnTo(int number) {
        if (number < 1 || number > pages()) {
            throw new CannotBind(
                    "The list has " + pages() + (pages() == 1 ? " page" : " pages") + ", so there is no such page.");
        }
        page = number;
    }

    void entered(BoundRow row, DataColumn column, String text) {
        entry = new FieldEntry(row, column, text);
    }

    FieldEntry entry() {
        if (entry == null) {
            throw new CannotBind("No line before types anything into a field.");
        }
        return entry;
    }

    TestPlan plan(TestId testId, ScenarioKey key, String title) {
        if (steps.stream().noneMatch(PlanDraft::expects)) {
            throw new CannotBind("It expects nothing, so it would prove nothing.");
        }
        return new TestPlan(
                testId,
                key,
                title,
                steps,
                bound.values().stream().map(BoundRow::binding).toList(),
                List.of());
    }

    private static boolean expects(Step step) {
        return switch (step) {
            case Step.Navigate s -> false;
            case Step.Fill s -> false;
            case Step.Select s -> false;
            case Step.Click s -> false;
            case Step.Check s -> false;
            case Step.ExpectVisible s -> true;
            case Step.ExpectHidden s -> true;
            case Step.ExpectText s -> true;
            case Step.ExpectValue s -> true;
            case Step.ExpectCount s -> true;
            case Step.ExpectUrl s -> true;
            case Step.ExpectMessage s -> true;
        };
    }

    /**
     * What was searched for.
     *
     * @param typed as it was typed
     * @param matches what it must find
     */
    record LastSearch(String typed, Matches matches) {}

    /**
     * What was typed into a field of the edit form.
     *
     * @param row the record
     * @param column the field
     * @param text what was typed
     */
    record FieldEntry(BoundRow row, DataColumn column, String text) {}
}
