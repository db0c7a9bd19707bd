package io.verisim.orchestrator.boot;

import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.messaging.adapter.amqp.BrokerHearing;
import io.verisim.orchestrator.messaging.adapter.amqp.BrokerTopology;
import io.verisim.orchestrator.messaging.adapter.amqp.Consumer;
import io.verisim.orchestrator.messaging.adapter.amqp.Lanes;
import io.verisim.orchestrator.messaging.adapter.amqp.OrchestratorListener;
import io.verisim.orchestrator.messaging.adapter.amqp.OutboxRelay;
import io.verisim.orchestrator.messaging.adapter.amqp.ParkingLot;
import io.verisim.orchestrator.messaging.adapter.amqp.Publisher;
import io.verisim.orchestrator.messaging.adapter.postgres.PostgresOutbox;
import io.verisim.orchestrator.messaging.adapter.web.ParkingController;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.workflow.application.MessageHandler;
import java.time.Clock;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages out and in. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean
    BrokerTopology brokerTopology(AmqpAdmin admin, Pipeline pipeline, OrchestratorProperties properties) {
        return new BrokerTopology(
                admin, pipeline.taskTypes(), properties.broker().quorum());
    }

    @Bean
    BrokerHearing hearing(AmqpAdmin admin, ConnectionFactory connections, OrchestratorProperties properties) {
        BrokerHearing hearing = new BrokerHearing(admin, properties.broker().prefetch(), System::nanoTime);
        connections.addConnectionListener(hearing);
        return hearing;
    }

    @Bean
    Publisher publisher(RabbitTemplate template, OrchestratorProperties properties) {
        return new Publisher(template, properties.broker().confirmTimeout());
    }

    @Bean
    ParkingController parkingController(RabbitTemplate template, Publisher publisher) {
        return new ParkingController(new ParkingLot(template, publisher));
    }

    @Bean
    OutboxRelay outboxRelay(
            PostgresOutbox outbox,
            TransactionTemplate transactions,
            Publisher publisher,
            BrokerTopology topology,
            OrchestratorProperties properties,
            Clock clock) {
        return new OutboxRelay(
                outbox, transactions, publisher, topology, properties.outbox().poll(), clock);
    }

    @Bean
    Lanes lanes(OrchestratorProperties properties) {
        return new Lanes(properties.broker().lanes());
    }

    @Bean
    OrchestratorListener orchestratorListener(MessageHandler handler, Publisher publisher, Lanes lanes, IdSource ids) {
        return new OrchestratorListener(handler, publisher, lanes, ids);
    }

    @Bean
    Consumer consumer(
            BrokerTopology topology,
            AmqpAdmin admin,
            ConnectionFactory connections,
            OrchestratorListener listener,
            Lanes lanes,
            OrchestratorProperties properties) {
        return new Consumer(
                topology,
                admin,
                connections,
                listener,
                lanes,
                properties.broker().prefetch());
    }
}
