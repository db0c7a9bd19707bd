package io.verisim.orchestrator.boot;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.configuration.ConfigurationReader;
import io.verisim.orchestrator.credentials.adapter.CredentialsProperties;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.trigger.IssueSearch;
import io.verisim.orchestrator.trigger.TriggerBook;
import io.verisim.orchestrator.trigger.TriggerPoller;
import io.verisim.orchestrator.trigger.adapter.PostgresTriggers;
import io.verisim.orchestrator.trigger.adapter.TriggersController;
import io.verisim.orchestrator.trigger.adapter.jira.JiraIssueSearch;
import io.verisim.orchestrator.workflow.adapter.timer.TimerTasks;
import io.verisim.orchestrator.workflow.application.Transactions;
import io.verisim.orchestrator.workflow.application.WorkflowEngine;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workflows that start by themselves. */
@Configuration(proxyBeanMethods = false)
class TriggerConfiguration {

    @Bean
    TriggerBook triggerBook(JdbcClient jdbc) {
        return new PostgresTriggers(jdbc);
    }

    @Bean
    IssueSearch issueSearch(CredentialsProperties credentials) {
        return new JiraIssueSearch(credentials);
    }

    @Bean
    TriggerPoller triggerPoller(
            Transactions transactions,
            TriggerBook book,
            IssueSearch issues,
            WorkflowEngine engine,
            Pipeline pipeline,
            IdSource ids,
            Clock clock) {
        return new TriggerPoller(transactions, book, issues, engine, new TriggerPoller.Making(pipeline, ids), clock);
    }

    @Bean
    RecurringTask<?> triggerPolls(TriggerPoller poller, OrchestratorProperties properties) {
        return TimerTasks.recurring("trigger-polls", properties.timers().triggers(), poller::pollAllDue);
    }

    @Bean
    TriggersController triggersController(
            TriggerBook book, ConfigurationReader configurations, JdbcClient jdbc, IdSource ids, Clock clock) {
        return new TriggersController(book, configurations, jdbc, ids, clock);
    }
}
