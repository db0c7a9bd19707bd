package io.verisim.testbuilder.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verisim.atlassian.Adf;
import io.verisim.model.message.MessageCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {

    @Test
    void givenWhenThenAndAndButAreRead() throws LineNotUnderstood {
        assertThat(read("""
                Scenario: search
                As an agent I want to find people.

                Given I am signed in
                  and a customer
                When I open the table.
                But I sign out
                Then I see  the   tables
                """))
                .containsExactly(
                        "4 GIVEN I am signed in",
                        "5 GIVEN a customer",
                        "6 WHEN I open the table",
                        "7 WHEN I sign out",
                        "8 THEN I see the tables");
    }

    @Test
    void numberedStepsUnderHeadingsAreRead() throws LineNotUnderstood {
        assertThat(read("""
                *Preconditions:*
                1. I am signed in
                h2. Steps
                1) I open the table
                2) I search for "x"
                Expected results: no record is found
                """))
                .containsExactly(
                        "2 GIVEN I am signed in",
                        "4 WHEN I open the table",
                        "5 WHEN I search for \"x\"",
                        "6 THEN no record is found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*Given* I am signed in",
                "**Given** I am signed in",
                "- Given I am signed in",
                "_Given_ I am signed in"
            })
    void markupAroundKeywordsDoesNotCount(String line) throws LineNotUnderstood {
        assertThat(read(line)).containsExactly("1 GIVEN I am signed in");
    }

    @Test
    void aDocumentOfJiraIsReadLikeItsText() throws LineNotUnderstood {
        String adf = """
                {"type":"doc","version":1,"content":[
                  {"type":"paragraph","content":[
                    {"type":"text","text":"Given","marks":[{"type":"strong"}]},{"type":"text","text":" I am signed in"},
                    {"type":"hardBreak"},{"type":"text","text":"When I open the table"}]},
                  {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[
                    {"type":"text","text":"Then the list shows all records"}]}]}]}]}
                """;
        String text = Adf.of(MessageCodec.mapper().readTree(adf)).plainText();

        assertThat(read(text).stream().map(line -> line.substring(2)))
                .containsExactly("GIVEN I am signed in", "WHEN I open the table", "THEN the list shows all records");
    }

    @Test
    void aLineWithoutKeywordIsNamed() {
        LineNotUnderstood refusal = catchThrowableOfType(
                LineNotUnderstood.class,
                () -> ScenarioReader.read("Given I am signed in\nand then some magic\nmore magic"));

        assertThat(refusal.reason()).isEqualTo("Line 3 begins with no keyword: \"more magic\".");
        assertThat(refusal.line()).isNotNull().extracting(line -> line.number()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Just a story.", "And I sign in", "Scenario Outline: x\nGiven <a>", "Given a\n| a | b |"})
    void whatIsNoScenarioIsRefused(String text) {
        assertThatThrownBy(() -> ScenarioReader.read(text)).isInstanceOf(LineNotUnderstood.class);
    }

    private static List<String> read(String text) throws LineNotUnderstood {
        return ScenarioReader.read(text).stream()
                .map(step -> step.line().number() + " " + step.keyword() + " " + step.phrase())
                .toList();
    }
}
