package io.verisim.testbuilder.render.playwright;

import static io.verisim.testbuilder.render.playwright.JavaText.comment;
import static io.verisim.testbuilder.render.playwright.JavaText.literal;

import io.verisim.model.testing.AriaRole;
import io.verisim.model.testing.DataBinding;
import io.verisim.model.testing.Locator;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Writes the source of one test. */
final class PlaywrightSource {

    private static final String INDENT = "        ";
    private static final Set<String> TAKEN = Set.of("page", "secrets", "step");

    private final TestPlan plan;
    private final String className;
    private final String packageName;
    private final Map<Value.DataRef, String> variables = new LinkedHashMap<>();
    private final Map<Value.DataRef, String> values = new LinkedHashMap<>();

    PlaywrightSource(TestPlan plan, String className, String packageName) {
        this.plan = plan;
        this.className = className;
        this.packageName = packageName;
        nameVariables();
    }

    private void nameVariables() {
        Set<String> names = new HashSet<>(TAKEN);
        for (DataBinding binding : plan.bindings()) {
            binding.fields().forEach((field, value) -> {
                String plain = JavaText.camelCase(binding.name() + " " + field, false);
                String base = SourceVersion.isKeyword(plain) ? plain + "Value" : plain;
                String name = base;
                for (int n = 2; !names.add(name); n++) {
                    name = base + n;
                }
                Value.DataRef ref = new Value.DataRef(binding.name(), field);
                variables.put(ref, name);
                values.put(ref, value);
            });
        }
    }

    String text() {
        StringBuilder body = new StringBuilder();
        plan.bindings().forEach(binding -> declare(binding, body));
        int line = 0;
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            if (step.line().number() != line) {
                line = step.line().number();
                body.append('\n')
                        .append(INDENT)
                        .append("// ")
                        .append(comment(step.line().text()))
                        .append('\n');
            }
            body.append(INDENT).append("step.accept(").append(i).append(");\n");
            body.append(INDENT).append(statement(step)).append(";\n");
        }
        return """
                package %s;

                import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

                import com.microsoft.playwright.Page;
                import com.microsoft.playwright.options.AriaRole;
                import java.util.function.IntConsumer;
                import java.util.function.UnaryOperator;
                import java.util.regex.Pattern;

                /** %s: %s */
                public final class %s {

                    private %s() {}

                    public static void run(Page page, UnaryOperator<String> secrets, IntConsumer step) {
                %s    }
                }
                """.formatted(
                packageName, comment(plan.scenarioKey().value()), comment(plan.title()), className, className, body);
    }

    private void declare(DataBinding binding, StringBuilder body) {
        if (binding.fields().isEmpty()) {
            return;
        }
        body.append(INDENT)
                .append("// ")
                .append(comment("Row " + binding.row() + " of " + binding.table()))
                .append('\n');
        for (String field : binding.fields().keySet()) {
            Value.DataRef ref = new Value.DataRef(binding.name(), field);
            body.append(INDENT)
                    .append("String ")
                    .append(variables.get(ref))
                    .append(" = ")
                    .append(literal(String.valueOf(values.get(ref))))
                    .append(";\n");
        }
    }

    private String statement(Step step) {
        return switch (step) {
            case Step.Navigate s -> "page.navigate(" + literal(s.path()) + ")";
            case Step.Fill s -> element(s.target()) + ".fill(" + value(s.value()) + ")";
            case Step.Select s -> element(s.target()) + ".selectOption(" + value(s.value()) + ")";
            case Step.Click s -> element(s.target()) + ".click()";
            case Step.Check s -> element(s.target()) + ".setChecked(" + s.checked() + ")";
            case Step.ExpectVisible s -> that(s.target()) + ".isVisible()";
            case Step.ExpectHidden s -> that(s.target()) + ".isHidden()";
            case Step.ExpectText s ->
                that(s.target()) + (s.whole() ? ".hasText(" : ".containsText(") + value(s.value()) + ")";
            case Step.ExpectValue s -> that(s.target()) + ".hasValue(" + value(s.value()) + ")";
            case Step.ExpectCount s -> that(s.target()) + ".hasCount(" + s.count() + ")";
            case Step.ExpectUrl s -> "assertThat(page).hasURL(Pattern.compile(" + literal(url(s.path())) + "))";
            case Step.ExpectMessage s ->
                "assertThat(page.getByRole(" + role(s.role()) + ")).containsText(" + value(s.value()) + ")";
        };
    }

    /** The address of a path on any server; the query matters only where the path has one. */
    private static String url(String path) {
        String literally = path.replaceAll("[^A-Za-z0-9/_-]", "\\\\$0");
        return "^https?://[^/]+" + literally + (path.contains("?") ? "$" : "(\\?.*)?$");
    }

    private String that(Locator target) {
        return "assertThat(" + element(target) + ")";
    }

    private static String element(Locator locator) {
        return switch (locator) {
            case Locator.ByRole l ->
                "page.getByRole(" + role(l.role()) + ", new Page.GetByRoleOptions().setName(" + literal(l.name())
                        + ").setExact(" + l.exact() + "))";
            case Locator.ByLabel l ->
                "page.getByLabel(" + literal(l.label()) + ", new Page.GetByLabelOptions().setExact(" + l.exact() + "))";
            case Locator.ByTestId l -> "page.getByTestId(" + literal(l.id()) + ")";
            case Locator.ByText l ->
                "page.getByText(" + literal(l.text()) + ", new Page.GetByTextOptions().setExact(" + l.exact() + "))";
        };
    }

    private static String role(AriaRole role) {
        return "AriaRole." + role.name().toUpperCase(Locale.ROOT);
    }

    private String value(Value value) {
        return switch (value) {
            case Value.Literal v -> literal(v.text());
            case Value.Secret v -> "secrets.apply(" + literal(v.name()) + ")";
            case Value.DataRef v -> {
                String name = variables.get(v);
                if (name == null) {
                    throw new IllegalArgumentException(
                            "Plan " + plan.testId() + " refers to " + v + ", which is bound to no row");
                }
                yield name;
            }
        };
    }
}
