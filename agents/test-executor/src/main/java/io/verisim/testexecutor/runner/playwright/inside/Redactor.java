package io.verisim.testexecutor.runner.playwright.inside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes secrets out of what a test leaves behind: the browser's recordings name every value that was typed. */
final class Redactor {

    private static final String MARK = "[secret]";
    private static final int SHORTEST = 4;
    private static final List<String> PICTURES = List.of(".png", ".jpeg", ".jpg", ".woff2", ".gif");

    private final List<String> secrets;

    /** @param secrets values that must not be seen; shorter ones than four characters cannot be told from other text */
    Redactor(Collection<String> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                forms.add(secret);
                forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
                forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
                forms.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
            }
        }
        this.secrets = new ArrayList<>(forms);
        this.secrets.sort(Comparator.comparingInt(String::length).reversed());
    }

    String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MARK);
        }
        return clean;
    }

    /** Writes an archive again without the secrets in its texts. */
    void clean(Path archive) throws IOException {
        if (secrets.isEmpty() || !Files.isRegularFile(archive)) {
            return;
        }
        Path cleaned = archive.resolveSibling(archive.getFileName() + ".clean");
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream entries = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(cleaned);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                if (PICTURES.stream().anyMatch(entry.getName()::endsWith)) {
                    entries.transferTo(copy);
                } else {
                    copy.write(cleaned(entries));
                }
                copy.closeEntry();
            }
        }
        Files.move(cleaned, archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** One character a byte, so that bytes that are no text stay as they are. */
    private byte[] cleaned(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        in.transferTo(bytes);
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        for (String secret : secrets) {
            text = text.replace(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), MARK);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
