package io.verisim.cli.platform;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many processes each application has.
 *
 * @param counts by title of the application; one where it is not named
 */
public record Replicas(Map<String, Integer> counts) {

    private static final int MOST = 20;

    public Replicas {
        counts = Map.copyOf(counts);
    }

    public static Replicas oneOfEach() {
        return new Replicas(Map.of());
    }

    /**
     * Reads what the command line says.
     *
     * @param counts by title of the application
     * @throws CommandFailure where there is no such application, or a number is out of bounds
     */
    public static Replicas of(Map<String, Integer> counts) {
        List<String> titles =
                Arrays.stream(Application.values()).map(Application::title).toList();
        counts.forEach((title, count) -> {
            if (!titles.contains(title) || count < 1 || count > MOST) {
                throw new CommandFailure(
                        Exit.USAGE,
                        "REPLICAS_INVALID",
                        "'" + title + "=" + count + "' is no number of replicas.",
                        "Write --replicas NAME=N with N from 1 to " + MOST + ", where the name is one of "
                                + titles.stream().collect(Collectors.joining(", ")) + ".");
            }
        });
        return new Replicas(counts);
    }

    /** Whether any application has more than one. */
    public boolean any() {
        return counts.values().stream().anyMatch(count -> count > 1);
    }

    /** The processes of all applications, the first of each before any second. */
    List<Replica> all() {
        return IntStream.rangeClosed(1, MOST)
                .boxed()
                .flatMap(number -> Stream.of(Application.values())
                        .filter(application -> number <= of(application))
                        .map(application -> new Replica(application, number)))
                .toList();
    }

    int of(Application application) {
        return counts.getOrDefault(application.title(), 1);
    }
}
