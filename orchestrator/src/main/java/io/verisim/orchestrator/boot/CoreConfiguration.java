package io.verisim.orchestrator.boot;

import io.verisim.model.id.IdSource;
import io.verisim.model.id.TimeOrderedIds;
import io.verisim.orchestrator.catalogue.Catalogue;
import io.verisim.orchestrator.catalogue.Hearing;
import io.verisim.orchestrator.checkpoint.Checkpoints;
import io.verisim.orchestrator.configuration.ConfigurationReader;
import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.lifecycle.Lifecycle;
import io.verisim.orchestrator.lifecycle.LifecycleTable;
import io.verisim.orchestrator.lifecycle.RememberedLifecycle;
import io.verisim.orchestrator.lifecycle.Trigger;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.lifecycle.adapter.StateMachineLifecycle;
import io.verisim.orchestrator.messaging.Inbox;
import io.verisim.orchestrator.messaging.Relay;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.PipelineFile;
import io.verisim.orchestrator.workflow.application.DecisionRecorder;
import io.verisim.orchestrator.workflow.application.Housekeeping;
import io.verisim.orchestrator.workflow.application.MessageHandler;
import io.verisim.orchestrator.workflow.application.Questions;
import io.verisim.orchestrator.workflow.application.TaskBook;
import io.verisim.orchestrator.workflow.application.Timers;
import io.verisim.orchestrator.workflow.application.Transactions;
import io.verisim.orchestrator.workflow.application.WorkflowEngine;
import io.verisim.orchestrator.workflow.application.Workflows;
import io.verisim.orchestrator.workflow.domain.RetryPolicy;
import io.verisim.orchestrator.workflow.domain.WorkflowDecider;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Lifecycle, pipeline, decisions, and what carries them out. */
@Configuration(proxyBeanMethods = false)
class CoreConfiguration {

    private static final String RESOURCES = "verisim/orchestrator/";

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

    @Bean
    Pipeline pipeline(OrchestratorProperties properties) throws IOException {
        try (InputStream in = properties.pipeline().getInputStream()) {
            return PipelineFile.read(in);
        }
    }

    @Bean
    ConfigurationReader configurationReader(Pipeline pipeline) throws IOException {
        try (InputStream in = new ClassPathResource(RESOURCES + "workflow.schema.json").getInputStream()) {
            return new ConfigurationReader(in, pipeline);
        }
    }

    @Bean
    Lifecycle lifecycle() {
        Lifecycle lifecycle = new RememberedLifecycle(new StateMachineLifecycle(LifecycleTable.standard()));
        // The first machine of a JVM takes half a second, which the first workflow need not wait for.
        Thread.ofVirtual().start(() -> lifecycle.next(WorkflowState.CREATED, null, Trigger.START));
        return lifecycle;
    }

    @Bean
    WorkflowDecider decider(Pipeline pipeline, Lifecycle lifecycle, IdSource ids, OrchestratorProperties properties) {
        return new WorkflowDecider(
                pipeline,
                lifecycle,
                new RetryPolicy(
                        properties.retries().delays(),
                        properties.retries().of(),
                        properties.retries().batchDivisors()),
                ids);
    }

    @Bean
    EventHub eventHub() {
        return new EventHub();
    }

    @Bean
    DecisionRecorder decisionRecorder(
            TaskBook tasks,
            Questions questions,
            Timers timers,
            Checkpoints checkpoints,
            DecisionRecorder.Journal journal,
            IdSource ids) {
        return new DecisionRecorder(tasks, questions, timers, checkpoints, journal, ids);
    }

    @Bean
    WorkflowEngine.Wake wake(Relay relay, EventHub hub) {
        return new WorkflowEngine.Wake(relay, hub);
    }

    @Bean
    WorkflowEngine workflowEngine(
            Transactions transactions,
            Workflows workflows,
            WorkflowDecider decider,
            DecisionRecorder recorder,
            WorkflowEngine.Wake wake,
            Clock clock) {
        return new WorkflowEngine(transactions, workflows, decider, recorder, wake, clock);
    }

    @Bean
    MessageHandler.Progress progress(TaskBook tasks, EventLog log, EventHub hub) {
        return new MessageHandler.Progress(tasks, log, hub);
    }

    @Bean
    MessageHandler messageHandler(
            Transactions transactions,
            Inbox inbox,
            WorkflowEngine engine,
            Catalogue catalogue,
            MessageHandler.Progress progress,
            Clock clock) {
        return new MessageHandler(transactions, inbox, engine, catalogue, progress, clock);
    }

    @Bean
    Housekeeping housekeeping(
            Transactions transactions,
            Catalogue catalogue,
            Hearing hearing,
            WorkflowEngine engine,
            Workflows workflows,
            Checkpoints checkpoints,
            Clock clock) {
        return new Housekeeping(transactions, catalogue, hearing, engine, workflows, checkpoints, clock);
    }
}
