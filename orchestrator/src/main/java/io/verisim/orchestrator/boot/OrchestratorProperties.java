package io.verisim.orchestrator.boot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/** How the orchestrator runs; what each setting means is written in {@code application.yml}. */
@ConfigurationProperties("verisim")
record OrchestratorProperties(
        Resource pipeline,
        @DefaultValue Broker broker,
        @DefaultValue Outbox outbox,
        @DefaultValue Agents agents,
        @DefaultValue Timers timers,
        @DefaultValue Keep keep,
        @DefaultValue Checkpoints checkpoints,
        @DefaultValue Retries retries,
        @DefaultValue Audit audit,
        @DefaultValue Web web) {

    record Broker(
            @DefaultValue("false") boolean quorum,
            @DefaultValue("10s") Duration confirmTimeout,
            @DefaultValue("100") int prefetch,
            @DefaultValue("8") int lanes) {

        Broker {
            if (prefetch < 1 || prefetch > 10_000 || lanes < 1 || lanes > 64) {
                throw new IllegalArgumentException(
                        "verisim.broker.prefetch (VERISIM_PREFETCH) lies within 1 and 10000, and"
                                + " verisim.broker.lanes (VERISIM_LANES) within 1 and 64");
            }
        }
    }

    record Outbox(@DefaultValue("1s") Duration poll) {}

    record Agents(@DefaultValue("20s") Duration lostAfter) {}

    record Keep(
            @DefaultValue("7d") Duration messages,
            @DefaultValue("1h") Duration goneAgents) {}

    record Timers(
            @DefaultValue("250ms") Duration poll,
            @DefaultValue("1s") Duration triggers) {}

    record Checkpoints(@DefaultValue("5m") Duration every) {}

    record Retries(
            @DefaultValue({"1s", "2s", "4s"}) List<Duration> delays,
            @DefaultValue Map<String, List<Duration>> of,
            @DefaultValue({"2", "4", "8"}) List<Integer> batchDivisors) {}

    record Audit(
            @DefaultValue("1s") Duration seal,
            @DefaultValue("1m") Duration anchor) {}

    record Web(
            @DefaultValue Set<String> allowedHosts,
            @DefaultValue("5s") Duration livePatience) {}
}
