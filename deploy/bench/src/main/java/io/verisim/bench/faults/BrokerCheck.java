package io.verisim.bench.faults;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.verisim.model.message.QueueNames;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** The broker: no message is left in any queue of tasks or results, and none is parked. */
final class BrokerCheck {

    private static final Duration SETTLE = Duration.ofSeconds(20);

    private final Connections connections;
    private final Api api;

    BrokerCheck(Connections connections, Api api) {
        this.connections = connections;
        this.api = api;
    }

    void check(Findings findings) throws IOException, InterruptedException {
        Set<String> queues = new TreeSet<>(Set.of(QueueNames.ORCHESTRATOR));
        for (JsonNode agent : api.agents()) {
            for (JsonNode type : agent.path("taskTypes")) {
                queues.add(QueueNames.task(type.path("taskType").asString(type.asString(""))));
            }
        }
        Map<String, Long> left = new TreeMap<>();
        Await.that(SETTLE, () -> {
            left.clear();
            left.putAll(waiting(queues));
            return left.isEmpty();
        });
        left.forEach((queue, count) -> findings.lost(count + " messages are left in queue " + queue));
        for (JsonNode parked : api.parked()) {
            findings.lost("a message of queue " + parked.path("queue").asString("") + " is parked: "
                    + parked.path("reason").asString(""));
        }
    }

    private Map<String, Long> waiting(Set<String> queues) throws IOException, TimeoutException {
        JsonNode broker = connections.servers().path("broker");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.path("host").asString());
        factory.setPort(broker.path("port").asInt());
        factory.setVirtualHost(broker.path("virtualHost").asString());
        factory.setUsername(broker.path("username").asString());
        factory.setPassword(broker.path("password").asString());
        Map<String, Long> waiting = new TreeMap<>();
        try (Connection connection = factory.newConnection()) {
            for (String queue : queues) {
                long count = connection.createChannel().messageCount(queue);
                if (count > 0) {
                    waiting.put(queue, count);
                }
            }
        }
        return waiting;
    }
}
