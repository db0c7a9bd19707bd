package io.verisim.testexecutor.runner.playwright.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactorTest {

    private final Redactor redactor = new Redactor(List.of("pa\"ss & wörd", "abc"));

    @Test
    void secretsAreTakenOutInEveryFormInWhichTheyAreWritten() {
        assertThat(redactor.clean("plain pa\"ss & wörd")).isEqualTo("plain [secret]");
        assertThat(redactor.clean("json pa\\\"ss & wörd")).isEqualTo("json [secret]");
        assertThat(redactor.clean("form pa%22ss+%26+w%C3%B6rd")).isEqualTo("form [secret]");
        assertThat(redactor.clean("html pa&quot;ss &amp; wörd")).isEqualTo("html [secret]");
    }

    @Test
    void whatIsTooShortToBeToldFromOtherTextStays() {
        assertThat(redactor.clean("abc")).isEqualTo("abc");
    }

    @Test
    void textsInAnArchiveAreCleanedAndPicturesStayAsTheyAre(@TempDir Path directory) throws IOException {
        byte[] picture = "pa\"ss & wörd".getBytes(StandardCharsets.UTF_8);
        Path archive = directory.resolve("trace.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            add(zip, "trace.trace", "{\"value\":\"pa\\\"ss & wörd\"}".getBytes(StandardCharsets.UTF_8));
            add(zip, "resources/1.png", picture);
            add(zip, "resources/2.dat", new byte[] {0, -1, -128, 127});
        }

        redactor.clean(archive);

        try (ZipFile cleaned = new ZipFile(archive.toFile())) {
            assertThat(content(cleaned, "trace.trace")).asString().isEqualTo("{\"value\":\"[secret]\"}");
            assertThat(content(cleaned, "resources/1.png")).isEqualTo(picture);
            assertThat(content(cleaned, "resources/2.dat")).containsExactly(0, -1, -128, 127);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
}
