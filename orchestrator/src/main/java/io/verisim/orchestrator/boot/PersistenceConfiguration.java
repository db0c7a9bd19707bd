package io.verisim.orchestrator.boot;

import io.verisim.model.id.IdSource;
import io.verisim.model.message.QueueNames;
import io.verisim.orchestrator.audit.AuditLog;
import io.verisim.orchestrator.catalogue.Catalogue;
import io.verisim.orchestrator.catalogue.adapter.PostgresCatalogue;
import io.verisim.orchestrator.checkpoint.adapter.CheckpointCopier;
import io.verisim.orchestrator.checkpoint.adapter.PostgresCheckpoints;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.events.adapter.PostgresEventLog;
import io.verisim.orchestrator.messaging.Outbox;
import io.verisim.orchestrator.messaging.adapter.postgres.PostgresInbox;
import io.verisim.orchestrator.messaging.adapter.postgres.PostgresOutbox;
import io.verisim.orchestrator.notification.Notifications;
import io.verisim.orchestrator.objects.ObjectStore;
import io.verisim.orchestrator.objects.adapter.ObjectStoreProperties;
import io.verisim.orchestrator.objects.adapter.S3ObjectStore;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.results.Results;
import io.verisim.orchestrator.results.adapter.PostgresResults;
import io.verisim.orchestrator.workflow.adapter.postgres.PostgresQuestions;
import io.verisim.orchestrator.workflow.adapter.postgres.PostgresTaskBook;
import io.verisim.orchestrator.workflow.adapter.postgres.PostgresWorkflows;
import io.verisim.orchestrator.workflow.adapter.postgres.SpringTransactions;
import io.verisim.orchestrator.workflow.adapter.postgres.StartRequests;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import io.verisim.orchestrator.workflow.application.DecisionRecorder;
import io.verisim.orchestrator.workflow.application.Questions;
import io.verisim.orchestrator.workflow.application.TaskBook;
import io.verisim.orchestrator.workflow.application.Transactions;
import io.verisim.orchestrator.workflow.application.Workflows;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept in PostgreSQL and in the object store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectStoreProperties.class)
class PersistenceConfiguration {

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new SpringTransactions(manager);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    Workflows workflows(JdbcClient jdbc, NamedParameterJdbcTemplate template, IdSource ids) {
        return new PostgresWorkflows(jdbc, template, ids);
    }

    @Bean
    TaskBook taskBook(JdbcClient jdbc, NamedParameterJdbcTemplate template, IdSource ids) {
        return new PostgresTaskBook(jdbc, template, ids);
    }

    @Bean
    Questions questions(JdbcClient jdbc) {
        return new PostgresQuestions(jdbc);
    }

    @Bean
    PostgresOutbox outbox(NamedParameterJdbcTemplate template) {
        return new PostgresOutbox(template);
    }

    @Bean
    PostgresInbox inbox(JdbcClient jdbc, Clock clock) {
        return new PostgresInbox(jdbc, QueueNames.ORCHESTRATOR, clock);
    }

    @Bean
    StartRequests startRequests(JdbcClient jdbc) {
        return new StartRequests(jdbc);
    }

    @Bean
    EventLog eventLog(JdbcClient jdbc) {
        return new PostgresEventLog(jdbc);
    }

    @Bean
    Catalogue catalogue(JdbcClient jdbc) {
        return new PostgresCatalogue(jdbc);
    }

    @Bean
    DecisionRecorder.Journal journal(
            Outbox outbox, EventLog log, AuditLog audit, Notifications notifications, Catalogue catalogue) {
        return new DecisionRecorder.Journal(outbox, log, audit, notifications, catalogue);
    }

    @Bean(destroyMethod = "close")
    ObjectStore objectStore(ObjectStoreProperties properties) {
        return new S3ObjectStore(properties);
    }

    @Bean
    PostgresCheckpoints checkpoints(
            JdbcClient jdbc, IdSource ids, Transactions transactions, ObjectProvider<CheckpointCopier> copier) {
        return new PostgresCheckpoints(
                jdbc,
                ids,
                () -> transactions.afterCommit(() -> Thread.ofVirtual()
                        .name("checkpoint-copy")
                        .start(() -> copier.getObject().run())));
    }

    @Bean
    CheckpointCopier checkpointCopier(
            PostgresCheckpoints checkpoints, ObjectStore objects, TransactionTemplate transactions, Clock clock) {
        return new CheckpointCopier(checkpoints, objects, transactions, clock);
    }

    @Bean
    Results results(JdbcClient jdbc, Pipeline pipeline) {
        return new PostgresResults(jdbc, pipeline);
    }

    @Bean
    WorkflowViews workflowViews(JdbcClient jdbc, Pipeline pipeline, Results results, Clock clock) {
        return new WorkflowViews(jdbc, pipeline, results, clock);
    }
}
