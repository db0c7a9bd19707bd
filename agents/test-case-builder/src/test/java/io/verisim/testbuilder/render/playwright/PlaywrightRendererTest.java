package io.verisim.testbuilder.render.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.testing.AriaRole;
import io.verisim.model.testing.DataBinding;
import io.verisim.model.testing.Locator;
import io.verisim.model.testing.ScenarioKey;
import io.verisim.model.testing.ScenarioLine;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.Value;
import io.verisim.testbuilder.render.RenderedTest;
import io.verisim.testbuilder.render.TestRenderer;
import io.verisim.testbuilder.render.TestRenderers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaywrightRendererTest {

    private static final String NASTY =
            "\"; System.exit(1); // \\u000a System.exit(2); \\ \n \r \t \0 */ */ ${x} %s %n \u2028 \ud83d\ude00 \\u0022";

    private final TestRenderer renderer = TestRenderers.named("playwright");

    @TempDir
    private Path folder;

    @Test
    void aPlanIsRenderedAsTheGoldenSource() throws IOException {
        RenderedTest rendered = renderer.render(everyStep("Search finds Ann", "Ann O'Hara"));

        try (var golden = Objects.requireNonNull(getClass().getResourceAsStream("/golden/Crm12Test.java.txt"))) {
            assertThat(rendered.source()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(rendered.test().qualifiedName()).isEqualTo("io.verisim.generated.Crm12Test");
        assertThat(rendered.test().sourceFile()).isEqualTo("Crm12Test.java");
    }

    @Test
    void whateverTextAPlanHoldsTheCodeCompilesAndTheTextStaysText() throws Exception {
        RenderedTest rendered = renderer.render(everyStep(NASTY, NASTY));
        Path source = Files.writeString(folder.resolve(rendered.test().sourceFile()), rendered.source());

        assertThat(JavaCompiler.compile(List.of(source), folder.resolve("classes")))
                .isEmpty();
        assertThat(rendered.source().chars().filter(c -> c == '\n').count())
                .isEqualTo(renderer.render(everyStep("x", "x")).source().lines().count());
        assertThat(literalOf(NASTY)).isEqualTo(NASTY);
    }

    /** The value of a literal as the compiler reads it. */
    private String literalOf(String text) throws Exception {
        Path source = Files.writeString(
                folder.resolve("Literal.java"),
                "public final class Literal { public static final String TEXT = " + JavaText.literal(text) + "; }");
        assertThat(JavaCompiler.compile(List.of(source), folder.resolve("literal")))
                .isEmpty();
        return (String) JavaCompiler.load(folder.resolve("literal"), "Literal")
                .getField("TEXT")
                .get(null);
    }

    @Test
    void namesOfVariablesNeverMeet() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        List.of("a b", "a_b", "aB", "1", "ü", "ö", "class", "").forEach(name -> fields.put(name, name));
        TestPlan plan = new TestPlan(
                TestId.of("1-é".replace("é", "e")),
                ScenarioKey.of("1"),
                "t",
                List.of(new Step.Navigate("x", new ScenarioLine(1, "x"), "/")),
                List.of(new DataBinding("page", "t", 1, null, null, fields)),
                List.of());
        RenderedTest rendered = renderer.render(plan);
        Path source = Files.writeString(folder.resolve(rendered.test().sourceFile()), rendered.source());

        assertThat(JavaCompiler.compile(List.of(source), folder.resolve("classes")))
                .isEmpty();
    }

    private static TestPlan everyStep(String title, String name) {
        ScenarioLine given = new ScenarioLine(1, "Given " + title);
        ScenarioLine then = new ScenarioLine(3, "Then " + name);
        Locator search = new Locator.ByRole(AriaRole.SEARCHBOX, "Search", true);
        Locator row = new Locator.ByTestId(name);
        Value ref = Value.dataRef("customer", "full name");
        return new TestPlan(
                TestId.of("CRM-12"),
                ScenarioKey.of("CRM-12"),
                title,
                List.of(
                        new Step.Navigate("a", given, "/tables?x=1"),
                        new Step.Fill("b", given, search, ref),
                        new Step.Fill("c", given, new Locator.ByLabel("Password", true), Value.secret("password")),
                        new Step.Select("d", given, new Locator.ByLabel(name, false), Value.literal(name)),
                        new Step.Click("e", given, new Locator.ByText(name, true)),
                        new Step.Check("f", given, new Locator.ByRole(AriaRole.CHECKBOX, name, false), true),
                        new Step.ExpectVisible("g", then, row),
                        new Step.ExpectHidden("h", then, row),
                        new Step.ExpectText("i", then, row, ref, true),
                        new Step.ExpectText("j", then, row, ref, false),
                        new Step.ExpectValue("k", then, search, ref),
                        new Step.ExpectCount("l", then, row, 3),
                        new Step.ExpectUrl("m", then, "/tables"),
                        new Step.ExpectMessage("n", then, AriaRole.STATUS, Value.literal(name))),
                List.of(new DataBinding("customer", "customers", 17, "id", "C-17", Map.of("full name", name))),
                List.of());
    }
}
