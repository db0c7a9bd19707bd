package io.verisim.orchestrator.boot;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.audit.AuditLog;
import io.verisim.orchestrator.audit.adapter.AuditController;
import io.verisim.orchestrator.audit.adapter.AuditHeads;
import io.verisim.orchestrator.audit.adapter.AuditReader;
import io.verisim.orchestrator.audit.adapter.AuditSealer;
import io.verisim.orchestrator.audit.adapter.AuditVerifier;
import io.verisim.orchestrator.audit.adapter.LastHead;
import io.verisim.orchestrator.audit.adapter.PostgresAuditLog;
import io.verisim.orchestrator.audit.adapter.Snapshots;
import io.verisim.orchestrator.objects.ObjectStore;
import io.verisim.orchestrator.web.adapter.ReadJournal;
import io.verisim.orchestrator.workflow.adapter.timer.TimerTasks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log: written, chained, anchored, verified, exported. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditLog auditLog(JdbcClient jdbc, IdSource ids) {
        return new PostgresAuditLog(jdbc, ids);
    }

    @Bean
    AuditSealer auditSealer(
            JdbcClient jdbc, NamedParameterJdbcTemplate template, TransactionTemplate transactionTemplate) {
        return new AuditSealer(jdbc, template, transactionTemplate);
    }

    @Bean
    AuditHeads auditHeads(AuditSealer sealer, ObjectStore objects, JdbcClient jdbc, Clock clock) {
        return new AuditHeads(sealer, objects, jdbc, clock);
    }

    @Bean
    Snapshots auditSnapshots(PlatformTransactionManager manager) {
        return new Snapshots(manager);
    }

    @Bean
    AuditReader auditReader(JdbcClient jdbc, Snapshots snapshots) {
        return new AuditReader(jdbc, snapshots);
    }

    @Bean
    AuditVerifier auditVerifier(JdbcClient jdbc, Snapshots snapshots, AuditSealer sealer, AuditHeads heads) {
        return new AuditVerifier(jdbc, snapshots, sealer, heads);
    }

    @Bean
    AuditController auditController(AuditReader reader, AuditVerifier verifier, AuditSealer sealer, Clock clock) {
        return new AuditController(reader, verifier, sealer, clock);
    }

    @Bean
    LastHead lastHead(ReadJournal reads, AuditSealer sealer, AuditHeads heads) {
        return new LastHead(reads::writeAll, sealer, heads);
    }

    @Bean
    RecurringTask<?> auditSeals(AuditSealer sealer, OrchestratorProperties properties) {
        return TimerTasks.recurring("audit-seals", properties.audit().seal(), sealer::seal);
    }

    @Bean
    RecurringTask<?> auditAnchors(AuditHeads heads, OrchestratorProperties properties) {
        return TimerTasks.recurring("audit-anchors", properties.audit().anchor(), heads::anchor);
    }
}
