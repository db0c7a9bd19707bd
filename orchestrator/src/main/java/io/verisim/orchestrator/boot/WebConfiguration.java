package io.verisim.orchestrator.boot;

import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.audit.AuditLog;
import io.verisim.orchestrator.catalogue.Catalogue;
import io.verisim.orchestrator.catalogue.adapter.AgentsController;
import io.verisim.orchestrator.configuration.ConfigurationReader;
import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.events.adapter.EventsController;
import io.verisim.orchestrator.objects.ObjectStore;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.results.Results;
import io.verisim.orchestrator.results.adapter.ResultsController;
import io.verisim.orchestrator.web.adapter.AuditFilter;
import io.verisim.orchestrator.web.adapter.GuardFilter;
import io.verisim.orchestrator.web.adapter.HealthController;
import io.verisim.orchestrator.web.adapter.Problems;
import io.verisim.orchestrator.web.adapter.ReadJournal;
import io.verisim.orchestrator.web.adapter.SchemaController;
import io.verisim.orchestrator.web.adapter.TraceFilter;
import io.verisim.orchestrator.workflow.adapter.postgres.ErrorRecords;
import io.verisim.orchestrator.workflow.adapter.postgres.StartRequests;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import io.verisim.orchestrator.workflow.adapter.web.ErrorsController;
import io.verisim.orchestrator.workflow.adapter.web.WorkflowController;
import io.verisim.orchestrator.workflow.adapter.web.WorkflowStarter;
import io.verisim.orchestrator.workflow.application.Transactions;
import io.verisim.orchestrator.workflow.application.WorkflowEngine;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API. */
@Configuration(proxyBeanMethods = false)
@Import({Problems.class, SchemaController.class})
class WebConfiguration {

    @Bean
    @Order(1)
    TraceFilter traceFilter() {
        return new TraceFilter(() -> ThreadLocalRandom.current().nextLong());
    }

    @Bean
    @Order(2)
    AuditFilter auditFilter(AuditLog audit, ReadJournal reads, Clock clock) {
        return new AuditFilter(audit, reads, clock);
    }

    @Bean
    ReadJournal readJournal(AuditLog audit, Clock clock) {
        return new ReadJournal(audit, clock);
    }

    @Bean
    @Order(3)
    GuardFilter guardFilter(OrchestratorProperties properties) {
        return new GuardFilter(properties.web().allowedHosts());
    }

    @Bean
    WorkflowStarter.Starts starts(Transactions transactions, StartRequests requests, WorkflowEngine engine) {
        return new WorkflowStarter.Starts(transactions, requests, engine);
    }

    @Bean
    WorkflowStarter workflowStarter(
            ConfigurationReader configurations,
            Pipeline pipeline,
            ObjectStore objects,
            WorkflowStarter.Starts starts,
            IdSource ids,
            Clock clock) {
        return new WorkflowStarter(configurations, pipeline, objects, starts, ids, clock);
    }

    @Bean
    WorkflowController workflowController(WorkflowStarter starter, WorkflowEngine engine, WorkflowViews views) {
        return new WorkflowController(starter, engine, views);
    }

    @Bean
    ErrorsController errorsController(JdbcClient jdbc, WorkflowViews views) {
        return new ErrorsController(new ErrorRecords(jdbc), views);
    }

    @Bean
    ResultsController resultsController(Results results, WorkflowViews views, ObjectStore objects) {
        return new ResultsController(results, views, objects);
    }

    @Bean
    EventsController eventsController(EventLog log, EventHub hub, WorkflowViews views) {
        return new EventsController(log, hub, views);
    }

    @Bean
    AgentsController agentsController(Catalogue catalogue) {
        return new AgentsController(catalogue);
    }

    @Bean
    HealthController healthController(JdbcClient jdbc, RabbitTemplate broker, ObjectStore objects) {
        return new HealthController(jdbc, broker, objects, System::nanoTime);
    }
}
