package io.verisim.orchestrator.messaging.adapter.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.connection.Connection;

class BrokerHearingTest {

    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final Connection connection = fake(Connection.class);
    private @Nullable QueueInformation queue = waiting(0);
    private long now = 1_000_000;
    private final BrokerHearing hearing = new BrokerHearing(admin(), 100, () -> now);

    @BeforeEach
    void connect() {
        hearing.onCreate(connection);
    }

    @Test
    void silenceSaysNothingBeforeOneHasListenedAsLong() {
        lives(Duration.ofSeconds(19));
        assertThat(hearing.wasUnbroken(SILENCE)).isFalse();
        lives(Duration.ofSeconds(1));
        assertThat(hearing.wasUnbroken(SILENCE)).isTrue();
    }

    @Test
    void whoLostTheConnectionBeginsToListenAnew() {
        lives(Duration.ofSeconds(30));
        hearing.onClose(connection);
        assertThat(hearing.wasUnbroken(SILENCE)).isFalse();
        hearing.onCreate(connection);
        assertThat(hearing.wasUnbroken(SILENCE)).isFalse();
        lives(Duration.ofSeconds(20));
        assertThat(hearing.wasUnbroken(SILENCE)).isTrue();
    }

    @Test
    void aProcessThatDidNotRunHeardNothing() {
        lives(Duration.ofSeconds(30));
        now += Duration.ofSeconds(25).toNanos();
        assertThat(hearing.wasUnbroken(SILENCE)).isFalse();
    }

    @Test
    void whatWaitsInTheQueueIsNotHeardYet() {
        lives(Duration.ofSeconds(30));
        queue = waiting(101);
        assertThat(hearing.wasUnbroken(SILENCE)).isFalse();
        queue = waiting(100);
        assertThat(hearing.wasUnbroken(SILENCE)).isTrue();
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNotHeard() {
        lives(Duration.ofSeconds(30));
        queue = null;
        assertThat(hearing.wasUnbroken(SILENCE)).isFalse();
    }

    private void lives(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            now += Duration.ofSeconds(1).toNanos();
            hearing.live();
        }
    }

    private static QueueInformation waiting(int messages) {
        return new QueueInformation("queue", messages, 1);
    }

    private AmqpAdmin admin() {
        return (AmqpAdmin) Proxy.newProxyInstance(
                BrokerHearingTest.class.getClassLoader(), new Class<?>[] {AmqpAdmin.class}, (proxy, method, args) -> {
                    if (queue == null) {
                        throw new AmqpConnectException(new java.net.ConnectException("refused"));
                    }
                    return queue;
                });
    }

    private static <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                BrokerHearingTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> null));
    }
}
