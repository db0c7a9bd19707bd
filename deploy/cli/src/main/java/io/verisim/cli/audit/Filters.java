package io.verisim.cli.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries are wanted. */
final class Filters {

    @Option(names = "--workflow", paramLabel = "ID", description = "Entries of this workflow.")
    private @Nullable String workflow;

    @Option(names = "--actor", paramLabel = "NAME", description = "Entries of this person, agent or system.")
    private @Nullable String actor;

    @Option(
            names = "--action",
            paramLabel = "ACTION",
            description = "Entries of this action; 'workflow.*' for all that begin so.")
    private @Nullable String action;

    @Option(names = "--from", paramLabel = "TIME", description = "Entries from then on, as 2026-11-21T10:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Entries before then.")
    private @Nullable String to;

    /** The address of a resource with these filters and one more parameter. */
    String address(String resource, String name, Object value) {
        StringJoiner query = new StringJoiner("&", resource + "?", "");
        query.add(name + "=" + value);
        add(query, "workflow", workflow);
        add(query, "actor", actor);
        add(query, "action", action);
        add(query, "from", from);
        add(query, "to", to);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
