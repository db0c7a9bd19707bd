package io.verisim.bench.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A workflow to be started.
 *
 * @param name its name, unlike any other's; of its table and its label, too
 * @param story what becomes of it
 * @param variant which of the small tables it takes
 * @param configuration all of it
 * @param source the table
 * @param scenarios keys of its scenarios in Jira
 */
record Order(
        String name, Story story, int variant, Map<String, Object> configuration, Path source, List<String> scenarios) {

    Order {
        scenarios = List.copyOf(scenarios);
    }

    /** Orders of the same kind yield the same data. */
    String kind() {
        return story.shape() + "-" + variant;
    }
}
