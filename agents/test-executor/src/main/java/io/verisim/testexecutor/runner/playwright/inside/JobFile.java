package io.verisim.testexecutor.runner.playwright.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A test as it is handed over: one field a line, its value in Base64, then a line that says go. */
public final class JobFile {

    public static final String CLASSES = "classes";
    public static final String CLASS_NAME = "class";
    public static final String BASE_URL = "baseUrl";
    public static final String SECRET = "secret.";

    private static final String USERNAME = "username";
    private static final String GO = "GO";

    private final Map<String, String> fields;

    private JobFile(Map<String, String> fields) {
        this.fields = fields;
    }

    public static byte[] encode(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(name)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))
                .append('\n'));
        return text.append(GO).append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    static JobFile read(BufferedReader reader) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = reader.readLine(); !GO.equals(line); line = reader.readLine()) {
            if (line == null) {
                throw new IOException("The executor went away before it handed a test over");
            }
            int blank = line.indexOf(' ');
            byte[] value = Base64.getDecoder().decode(line.substring(blank + 1));
            fields.put(line.substring(0, blank), new String(value, StandardCharsets.UTF_8));
        }
        return new JobFile(fields);
    }

    String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no '" + name + "'");
        }
        return value;
    }

    String secret(String name) {
        return field(SECRET + name);
    }

    /** What must not be seen afterwards: all that the test signs in with, but for the name of the user. */
    List<String> secrets() {
        return fields.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(SECRET) && !field.getKey().equals(SECRET + USERNAME))
                .map(Map.Entry::getValue)
                .toList();
    }
}
