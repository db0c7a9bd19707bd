package io.verisim.orchestrator.web.adapter;

import io.verisim.model.error.VerisimException;
import io.verisim.orchestrator.objects.ObjectStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the orchestrator and what it needs are well: healthy, degraded (slower than 5 s) or unhealthy. */
@RestController
public final class HealthController {

    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Runnable> checks = new LinkedHashMap<>();
    private final LongSupplier nanoTime;

    public HealthController(JdbcClient jdbc, RabbitTemplate broker, ObjectStore objects, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        checks.put("database", () -> jdbc.sql("SELECT 1").query(Integer.class).single());
        checks.put("broker", () -> broker.execute(channel -> channel.isOpen()));
        checks.put("objects", objects::check);
    }

    /** One thing that the orchestrator needs. */
    record Dependency(
            String name,
            String status,
            long millis,
            @Nullable String message) {}

    /** All of it. */
    record Health(String status, List<Dependency> dependencies) {}

    @GetMapping("/api/v1/health")
    ResponseEntity<Health> health() {
        List<Dependency> dependencies = checks.entrySet().stream()
                .map(check -> check(check.getKey(), check.getValue()))
                .toList();
        String status = worst(dependencies);
        return ResponseEntity.status(status.equals("unhealthy") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(new Health(status, dependencies));
    }

    private static String worst(List<Dependency> dependencies) {
        for (String status : List.of("unhealthy", "degraded")) {
            if (dependencies.stream().anyMatch(dependency -> dependency.status().equals(status))) {
                return status;
            }
        }
        return "healthy";
    }

    private Dependency check(String name, Runnable check) {
        long start = nanoTime.getAsLong();
        try {
            check.run();
            long millis = (nanoTime.getAsLong() - start) / NANOS_PER_MILLI;
            return new Dependency(name, millis > SLOW.toMillis() ? "degraded" : "healthy", millis, null);
        } catch (VerisimException | AmqpException | DataAccessException e) {
            long millis = (nanoTime.getAsLong() - start) / NANOS_PER_MILLI;
            return new Dependency(name, "unhealthy", millis, "It does not answer.");
        }
    }
}
