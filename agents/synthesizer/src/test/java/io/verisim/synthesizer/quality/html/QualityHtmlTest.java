package io.verisim.synthesizer.quality.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.message.MessageCodec;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.RandomTables;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class QualityHtmlTest {

    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theVerdictComesFirstInWords() throws Exception {
        String page = page(EvaluationInput.of(shop(), shop()));

        assertThat(page.indexOf("The twin follows the real data closely")).isBetween(0, page.indexOf("<table"));
        assertThat(page).contains("prefers-color-scheme").contains("tabular-nums");
    }

    @Test
    void theGateSaysInWordsWhetherTheTwinMayBeHandedOn() throws Exception {
        assertThat(page(EvaluationInput.of(shop(), shop())))
                .contains("<h2>Privacy</h2>")
                .contains("The privacy gate stops this twin: exact copies of rare rows")
                .contains("No measure proves data safe")
                .contains("Not measured: rows that the twin was not made from are needed");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws Exception {
        String page = page(EvaluationInput.of(shop(), shop()));

        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("unsafe-eval")
                .hasSizeLessThan(2_000_000);
        assertThat(withoutScripts(page))
                .doesNotContainIgnoringCase("http:")
                .doesNotContainIgnoringCase("https:")
                .doesNotContain("url(")
                .doesNotContain("@import")
                .doesNotContain("<link")
                .doesNotContain("src=");
    }

    @Test
    void onlyTheScriptsOfThePageMayRun() throws Exception {
        String page = page(EvaluationInput.of(shop(), shop()));
        List<String> scripts = SCRIPT.matcher(page)
                .results()
                .filter(match -> !match.group(1).contains("application/json"))
                .map(match -> match.group(2))
                .toList();

        assertThat(scripts).hasSize(2);
        for (String script : scripts) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat(page).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }

    @Test
    void aValueThatEndsTheScriptIsHarmless() throws Exception {
        String evil = "</script><script>alert(1)</script><!--";
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            values.add(i % 2 == 0 ? evil : "\u2028<b>");
        }
        TextTable table = new TextTable("t", List.of(TextColumn.of("v</script>", values)));
        String page = page(EvaluationInput.of(table, table));

        assertThat(page.split("</script>", -1)).hasSize(4);
        assertThat(page).doesNotContain("<script>alert");
        assertThat(withoutScripts(page)).doesNotContain("<!--");
        Matcher figures = SCRIPT.matcher(page);
        assertThat(figures.find()).isTrue();
        assertThat(figures.group(2)).doesNotContain("<").doesNotContain("\u2028");
        assertThat(MessageCodec.mapper()
                        .readTree(figures.group(2))
                        .at("/fields/0/labels")
                        .toString())
                .contains("alert(1)");
    }

    @Test
    void rowsAndRareValuesAreNotInThePage() throws Exception {
        List<@Nullable String> words = new ArrayList<>();
        List<@Nullable String> amounts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            words.add(i < 4 ? "four people have this" : i < 9 ? "five people have this" : "common");
            amounts.add(i == 0 ? "987654.321" : i + ".123457");
        }
        TextTable table = new TextTable("t", List.of(TextColumn.of("word", words), TextColumn.of("amount", amounts)));
        String page = page(EvaluationInput.of(table, table));

        assertThat(page).contains("five people have this").contains("1 others");
        assertThat(page).doesNotContain("four people").doesNotContain("987654").doesNotContain(".123457");
    }

    @Test
    void noValueOfASensitiveOrUnmeasuredColumnIsShown() throws Exception {
        TableSchema schema = new TableSchema(
                "shop",
                List.of(
                        ColumnSchema.of("name", ColumnType.TEXT)
                                .withTreatment(Strategy.PERSON, SensitivityType.NAME, true),
                        ColumnSchema.of("illness", ColumnType.TEXT)
                                .withTreatment(Strategy.MODEL, SensitivityType.HEALTH, true),
                        ColumnSchema.of("amount", ColumnType.DECIMAL)));
        String page = page(EvaluationInput.of(shop(), shop(), schema));

        assertThat(page).contains("illness").contains("values hidden: sensitive");
        assertThat(page).doesNotContain("secret illness").doesNotContain("Ada");
    }

    @Test
    void namesAndValuesAreEscaped() throws Exception {
        List<@Nullable String> evil = List.of("<img src=x>", "a\"b'&", "<img src=x>", "c");
        TextTable table = new TextTable("<b>", List.of(TextColumn.of("<script>", evil)));

        assertThat(withoutScripts(page(EvaluationInput.of(table, table))))
                .doesNotContain("<img")
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    @Property(tries = 100, maxSize = 40)
    void thePageIsWellFormedForAnyTable(RandomGenerator random, int size) throws Exception {
        TableKinds kinds = RandomTables.kinds(random);
        TextTable real = RandomTables.table(kinds, size, random);
        EvaluationInput input = EvaluationInput.of(real, RandomTables.table(kinds, size, random))
                .withMetadata(SdvMetadata.of(kinds))
                .withHoldout(RandomTables.table(kinds, size, random));
        String page = withoutScripts(page(input));

        assertThat(page).doesNotContain("NaN").doesNotContain("null");
        String body =
                page.substring(page.indexOf("<body>"), page.indexOf("</html>")).replace("<br>", "<br/>");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
    }

    private static String withoutScripts(String page) {
        return SCRIPT.matcher(page).replaceAll("");
    }

    private String page(EvaluationInput input) throws Exception {
        Path file = folder.resolve("quality.html");
        EvaluationReport report = Evaluation.evaluate(input, new EvaluationOptions(0, 1, false));
        QualityHtml.write(Charts.of(report, input, 1), file);
        return Files.readString(file);
    }

    private static TextTable shop() {
        List<@Nullable String> names = new ArrayList<>();
        List<@Nullable String> illnesses = new ArrayList<>();
        List<@Nullable String> amounts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            names.add("Ada " + i);
            illnesses.add("secret illness " + i % 3);
            amounts.add(String.valueOf(i * 2.5));
        }
        return new TextTable(
                "shop",
                List.of(
                        TextColumn.of("name", names),
                        TextColumn.of("illness", illnesses),
                        TextColumn.of("amount", amounts)));
    }
}
