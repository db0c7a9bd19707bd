package io.verisim.orchestrator.messaging.adapter.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

class PublisherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Executor LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    @Test
    void aMessageThatIsRefusedAndThenReturnedHasNoReceiver() {
        assertThat(fate(false, true)).isEqualTo(Publisher.Fate.UNROUTABLE);
    }

    @Test
    void aMessageThatIsRefusedAndNotReturnedIsSentAgain() {
        assertThat(fate(false, false)).isEqualTo(Publisher.Fate.UNKNOWN);
    }

    @Test
    void aMessageThatIsConfirmedIsSent() {
        assertThat(fate(true, false)).isEqualTo(Publisher.Fate.CONFIRMED);
    }

    private static Publisher.Fate fate(boolean confirmed, boolean returned) {
        Publisher publisher = new Publisher(new Broker(confirmed, returned), PATIENCE);
        return publisher.fate(publisher.send("exchange", "key", new byte[] {1}, "message-1", null));
    }

    /** A broker that confirms or refuses at once, and returns a moment later. */
    private static final class Broker extends RabbitTemplate {

        private final boolean confirms;
        private final boolean returns;
        private @Nullable ReturnsCallback callback;

        Broker(boolean confirms, boolean returns) {
            this.confirms = confirms;
            this.returns = returns;
        }

        @Override
        public void setReturnsCallback(ReturnsCallback returnsCallback) {
            callback = returnsCallback;
        }

        @Override
        public void send(
                @Nullable String exchange,
                @Nullable String routingKey,
                Message message,
                @Nullable CorrelationData correlation) {
            if (correlation != null) {
                correlation.getFuture().complete(new CorrelationData.Confirm(confirms, null));
            }
            ReturnsCallback heard = callback;
            if (returns && heard != null) {
                LATER.execute(() -> heard.returnedMessage(new ReturnedMessage(
                        message, 312, "NO_ROUTE", String.valueOf(exchange), String.valueOf(routingKey))));
            }
        }
    }
}
