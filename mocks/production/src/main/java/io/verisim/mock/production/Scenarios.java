package io.verisim.mock.production;

import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Scenarios of a test team, as they are written into issues; sets {@code telecom} and {@code generic}. */
public final class Scenarios {

    private Scenarios() {}

    /**
     * The scenarios of a set.
     *
     * @throws IllegalArgumentException where there is no such set
     */
    public static List<Scenario> load(String set) {
        try (InputStream in = Scenarios.class.getResourceAsStream("/verisim/scenarios/" + set + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no set of scenarios '" + set + "'");
            }
            File file = MessageCodec.mapper().readValue(in, File.class);
            return file.scenarios().stream()
                    .map(entry -> new Scenario(entry.summary(), file.label(), entry.description(), entry.priority()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The scenarios '" + set + "' cannot be read", e);
        }
    }

    /**
     * A scenario.
     *
     * @param summary its title
     * @param label label of its issue, such as {@code verisim-telecom}
     * @param description what it says: Given, When, Then, one a line
     * @param priority name of its priority
     */
    public record Scenario(String summary, String label, String description, String priority) {}

    private record File(String label, List<Entry> scenarios) {}

    private record Entry(String summary, String priority, String description) {}
}
