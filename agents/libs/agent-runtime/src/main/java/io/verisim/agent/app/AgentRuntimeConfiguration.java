package io.verisim.agent.app;

import io.verisim.agent.TaskHandler;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.TimeOrderedIds;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** What every agent has. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(RabbitAutoConfiguration.class)
@EnableConfigurationProperties({AgentProperties.class, ObjectStoreProperties.class, CredentialsProperties.class})
public class AgentRuntimeConfiguration {

    private static final int INSTANCE_DIGITS = 4;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    IdSource ids(Clock clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }

    @Bean(destroyMethod = "close")
    S3Client objectStore(ObjectStoreProperties properties) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(properties.region()))
                .forcePathStyle(properties.pathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        URI endpoint = properties.endpoint();
        if (endpoint != null && !endpoint.toString().isEmpty()) {
            builder.endpointOverride(endpoint);
        }
        String accessKey = properties.accessKey();
        String secretKey = properties.secretKey();
        if (accessKey != null && secretKey != null && !accessKey.isEmpty()) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        } else {
            builder.credentialsProvider(DefaultCredentialsProvider.builder().build());
        }
        return builder.build();
    }

    /** Declares again what the broker forgot, such as the control queue after a restart of it. */
    @Bean
    RabbitAdmin admin(CachingConnectionFactory connections) {
        RabbitAdmin admin = new RabbitAdmin(connections);
        admin.setRedeclareManualDeclarations(true);
        return admin;
    }

    /**
     * Threads of the listeners. The client's own pool has two for each processor, which tasks would use up, so that a
     * cancellation would wait for the end of what it is to cancel. Not shut down: a connection that closes after that
     * could not run its last callbacks and would wait for them for ever; threads that idle end by themselves.
     */
    @Bean(destroyMethod = "")
    ExecutorService listenerThreads(AgentProperties properties) {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(properties.name() + "-", 1).factory());
    }

    @Bean
    BrokerTopology topology(AmqpAdmin admin, CachingConnectionFactory connections, AgentProperties properties) {
        String instance = properties.instance();
        if (instance == null || instance.isBlank()) {
            byte[] suffix = new byte[INSTANCE_DIGITS];
            new SecureRandom().nextBytes(suffix);
            instance = properties.name() + "-" + HexFormat.of().formatHex(suffix);
        }
        return new BrokerTopology(admin, connections, properties.name(), instance, properties.quorum());
    }

    /** Comes before the first connection, which has the settings made here. */
    @Bean
    Messenger messenger(
            CachingConnectionFactory connections,
            ExecutorService listenerThreads,
            AgentProperties properties,
            IdSource ids,
            Clock clock) {
        connections.setExecutor(listenerThreads);
        connections.setPublisherConfirmType(ConfirmType.CORRELATED);
        connections.setPublisherReturns(true);
        RabbitTemplate template = new RabbitTemplate(connections);
        template.setMandatory(true);
        // A broker short of memory blocks connections that publish; acknowledgements must still get through.
        template.setUsePublisherConnection(true);
        return new Messenger(template, properties.name(), ids, clock, properties.confirmTimeout());
    }

    @Bean
    AgentRuntime agentRuntime(
            AgentProperties properties,
            List<TaskHandler> handlers,
            BrokerTopology topology,
            Messenger messenger,
            S3Client objectStore,
            ObjectStoreProperties store,
            Clock clock) {
        return new AgentRuntime(
                properties,
                handlers,
                topology,
                messenger,
                new AgentRuntime.ObjectStore(objectStore, store.bucket()),
                clock);
    }
}
