package io.verisim.orchestrator.web.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.orchestrator.audit.AuditEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadJournalTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Instant now = NOON;
    private boolean refusing;
    private final List<AuditEntry> written = new ArrayList<>();
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final ReadJournal journal = new ReadJournal(this::append, clock);

    private void append(AuditEntry entry) {
        if (refusing) {
            throw new IllegalStateException("no database");
        }
        written.add(entry);
    }

    private void read(String path) {
        journal.note(AuditEntry.of(
                "default", now, "user", "ada", "api.read", null, Map.of("method", "GET", "path", path, "status", 200)));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        journal.write(false);
    }

    @Test
    void theFirstReadIsWrittenAtOnceAndAsItIs() {
        read("/api/v1/agents");
        pass(Duration.ofSeconds(1));
        assertThat(written)
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("path", "/api/v1/agents")
                        .doesNotContainKey("times"));
    }

    @Test
    void everyRepetitionIsCountedOnceAMinute() {
        int seconds = 600;
        for (int i = 0; i < seconds; i++) {
            read("/api/v1/health");
            pass(Duration.ofSeconds(1));
        }
        journal.writeAll();
        assertThat(written).hasSizeBetween(10, 12);
        assertThat(written.stream()
                        .mapToLong(entry -> entry.detail().get("times") instanceof Long times ? times : 1)
                        .sum())
                .isEqualTo(seconds);
        assertThat(written.get(1).detail()).containsEntry("times", 60L).containsEntry("until", NOON.plusSeconds(60));
    }

    @Test
    void readsOfDifferentThingsDoNotCountAsRepetitions() {
        read("/api/v1/workflows");
        read("/api/v1/agents");
        pass(Duration.ofSeconds(1));
        assertThat(written).hasSize(2);
    }

    @Test
    void whatTheLogDoesNotTakeIsWrittenLater() {
        refusing = true;
        read("/api/v1/workflows");
        read("/api/v1/agents");
        pass(Duration.ofSeconds(1));
        assertThat(written).isEmpty();
        refusing = false;
        pass(Duration.ofSeconds(1));
        assertThat(written).hasSize(2);
    }
}
