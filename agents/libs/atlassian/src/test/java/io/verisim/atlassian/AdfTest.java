package io.verisim.atlassian;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.message.MessageCodec;
import io.verisim.testkit.Property;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdfTest {

    @Test
    void aDocumentIsBuiltBlockByBlockAndReadAsText() {
        Adf document = Adf.empty()
                .heading(2, "Result")
                .paragraph("It failed\nat once.")
                .bullets(List.of("one", "two"))
                .numbered(List.of("first", "second"))
                .panel("error", "Look here")
                .code("expected 1\n  was 2");

        assertThat(document.plainText()).isEqualTo("""
                Result

                It failed
                at once.

                - one
                - two

                1. first
                2. second

                Look here

                expected 1
                  was 2""");
    }

    @Test
    void whatJiraWouldRefuseIsLeftOut() {
        Adf document =
                Adf.empty().paragraph(" ").paragraph("a\u0000b\u0007c\r\nd").bullets(List.of("", " "));

        assertThat(document.json().toString())
                .isEqualTo("{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":["
                        + "{\"type\":\"text\",\"text\":\"abc\"},{\"type\":\"hardBreak\"},"
                        + "{\"type\":\"text\",\"text\":\"d\"}]}]}");
    }

    @Test
    void addingToADocumentLeavesItAsItWas() {
        Adf first = Adf.empty().paragraph("one");
        String before = first.json().toString();

        Adf second = first.paragraph("two");

        assertThat(first.json().toString()).isEqualTo(before);
        assertThat(second.plainText()).isEqualTo("one\n\ntwo");
    }

    @Test
    void listsInListsTablesAndInlineNodesAreRead() {
        Adf document = read("""
                {"type":"doc","version":1,"content":[
                 {"type":"orderedList","attrs":{"order":3},"content":[
                  {"type":"listItem","content":[
                   {"type":"paragraph","content":[{"type":"text","text":"Open "},
                     {"type":"inlineCard","attrs":{"url":"https://crm"}}]},
                   {"type":"bulletList","content":[{"type":"listItem","content":[
                     {"type":"paragraph","content":[{"type":"mention","attrs":{"id":"1","text":"@Mia"}},
                       {"type":"text","text":" "},{"type":"date","attrs":{"timestamp":"1609459200000"}}]}]}]}]},
                  {"type":"listItem","content":[{"type":"paragraph","content":[
                     {"type":"emoji","attrs":{"shortName":":tada:"}},
                     {"type":"status","attrs":{"text":"DONE"}}]}]}]},
                 {"type":"table","content":[{"type":"tableRow","content":[
                   {"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},
                   {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]},
                 {"type":"taskList","content":[{"type":"taskItem","attrs":{"state":"TODO"},"content":[
                   {"type":"text","text":"do it"}]}]}]}""");

        assertThat(document.plainText()).isEqualTo("""
                3. Open https://crm
                   - @Mia 2021-01-01
                4. :tada:DONE

                | a | b |

                - do it""");
    }

    @Test
    void plainTextAndNothingAreDocumentsToo() {
        assertThat(Adf.of(null).plainText()).isEmpty();
        assertThat(Adf.of(MessageCodec.mapper().readTree("null")).plainText()).isEmpty();
        assertThat(Adf.of(MessageCodec.mapper().readTree("\"one\\n\\ntwo\"")).plainText())
                .isEqualTo("one\n\ntwo");
    }

    @Test
    void aVeryDeepDocumentIsCutOffAndALongOneIsNot() {
        int length = 5_000;
        StringBuilder json = new StringBuilder("{\"type\":\"text\",\"text\":\"deep\"}");
        IntStream.range(0, 200)
                .forEach(
                        i -> json.insert(0, "{\"type\":\"panel\",\"content\":[").append("]}"));

        assertThat(read(json.toString()).plainText()).doesNotContain("deep");
        assertThat(Adf.empty().paragraph("x".repeat(length)).plainText()).hasSize(length);
    }

    @Test
    void aRecordedDocumentOfEveryKindIsRead() throws IOException {
        JsonNode recorded = MessageCodec.mapper()
                .readTree(Files.readAllBytes(SharedFiles.require("data/jira/jira-cli/adf/md.json")));

        String text = Adf.of(recorded).plainText();

        recorded.findValuesAsString("text").stream()
                .flatMap(String::lines)
                .map(String::strip)
                .forEach(line -> assertThat(text).contains(line));
    }

    @Property
    void everyTextComesBackAsItWas(java.util.random.RandomGenerator random) {
        String text = words(random);

        assertThat(Adf.empty().paragraph(text).plainText()).isEqualTo(text);
        assertThat(Adf.empty().code(text).plainText()).isEqualTo(text);
        assertThat(Adf.empty().bullets(List.of(text)).plainText()).isEqualTo("- " + text);
    }

    private static String words(java.util.random.RandomGenerator random) {
        StringBuilder text = new StringBuilder("w");
        for (int i = random.nextInt(40); i > 0; i--) {
            text.appendCodePoint(random.nextBoolean() ? 'a' + random.nextInt(26) : 0x4E00 + random.nextInt(500));
        }
        return text.toString();
    }

    private static Adf read(String json) {
        return Adf.of(MessageCodec.mapper().readTree(json));
    }
}
