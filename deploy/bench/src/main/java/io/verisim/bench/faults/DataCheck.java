package io.verisim.bench.faults;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Artifacts and rows: all there, whole, once, and the same as in a run that nothing disturbed. */
final class DataCheck {

    /** What the same configuration and seed yield to the byte; the others hold times, places or ids. */
    /** What a scenario changes in the system under test, where it saves another charge of some customers. */
    private static final String EDITED = "monthly_charges";

    private static final Set<String> TIMELESS =
            Set.of("sensitivity", "profile", "model", "chunk", "manifest", "quality", "detector", "dataset");

    private final Rows orchestrator;
    private final Rows target;
    private final Store store;
    private final Findings findings;

    DataCheck(Rows orchestrator, Rows target, Store store, Findings findings) {
        this.orchestrator = orchestrator;
        this.target = target;
        this.store = store;
        this.findings = findings;
    }

    /**
     * What an undisturbed run left.
     *
     * @param artifacts checksums by place
     * @param rows how many are in its table
     * @param content checksum over all of them
     */
    record Reference(Map<String, String> artifacts, long rows, String content) {}

    Reference reference(Course course) throws SQLException {
        String table = Orders.table(course.order().name());
        return new Reference(timeless(Artifact.of(orchestrator, course.id())), rows(table), content(table));
    }

    private static Map<String, String> timeless(List<Artifact> artifacts) {
        return artifacts.stream()
                .filter(artifact -> TIMELESS.contains(artifact.role()))
                .collect(Collectors.toMap(Artifact::place, Artifact::sha256, (a, b) -> b, TreeMap::new));
    }

    void check(Course course, Optional<Reference> reference) throws SQLException {
        String name = course.order().name();
        List<Artifact> artifacts = Artifact.of(orchestrator, course.id());
        findings.checked("artifacts", artifacts.size());
        for (Artifact artifact : artifacts) {
            Optional<byte[]> bytes = store.read(artifact.key());
            if (bytes.isEmpty()) {
                findings.lost("artifact " + artifact.place() + " of " + name + " is not in the object store");
            } else if (bytes.get().length != artifact.bytes()
                    || !Store.sha256(bytes.get()).equals(artifact.sha256())) {
                findings.lost("artifact " + artifact.place() + " of " + name + " is not what its checksum says");
            }
        }
        boolean completed = course.state().equals("COMPLETED");
        if (completed && reference.isPresent()) {
            compare(name, reference.get().artifacts(), timeless(artifacts));
        }
        if (completed || course.state().equals("ABORTED")) {
            load(course, reference, completed);
        }
    }

    private void compare(String name, Map<String, String> expected, Map<String, String> found) {
        findings.checked("artifacts equal to the byte", expected.size());
        expected.forEach((place, sha256) -> {
            String other = found.get(place);
            if (other == null) {
                findings.lost("artifact " + place + " of " + name + " is missing");
            } else if (!other.equals(sha256)) {
                findings.lost("artifact " + place + " of " + name + " differs from that of an undisturbed run");
            }
        });
        found.keySet().stream()
                .filter(place -> !expected.containsKey(place))
                .forEach(place -> findings.duplicated("artifact " + place + " of " + name + " is one too many"));
    }

    /** An aborted workflow has loaded its rows or not, and nothing between. */
    private void load(Course course, Optional<Reference> reference, boolean completed) throws SQLException {
        String name = course.order().name();
        String table = Orders.table(name);
        long loads = target.hasTable("public.verisim_load")
                ? target.number("SELECT count(*) FROM verisim_load WHERE workflow_id = ?", course.id())
                : 0;
        if (completed || loads > 1) {
            findings.count("loads of " + name, 1, loads);
        }
        if (reference.isPresent()) {
            long expected = loads == 0 ? 0 : reference.get().rows();
            findings.count("rows of " + name, expected, rows(table));
            findings.checked("rows in target tables", (int) expected);
            if (loads > 0
                    && rows(table) == expected
                    && !content(table).equals(reference.get().content())) {
                findings.lost("the rows of " + name + " differ from those of an undisturbed run");
            }
        }
    }

    private long rows(String table) throws SQLException {
        return target.hasTable("public." + table) ? target.number("SELECT count(*) FROM \"" + table + "\"") : 0;
    }

    /** A checksum of all rows, in any order, without what the tests write themselves. */
    private String content(String table) throws SQLException {
        return target.hasTable("public." + table)
                ? target.list(
                                "SELECT md5(coalesce(string_agg(line, E'\\n' ORDER BY line), '')) FROM"
                                        + " (SELECT (to_jsonb(t) - CAST(? AS text))::text AS line FROM \"" + table
                                        + "\" t) AS lines",
                                row -> row.getString(1),
                                EDITED)
                        .getFirst()
                : "";
    }
}
