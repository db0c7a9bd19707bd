package io.verisim.orchestrator.audit;

/** Where audit entries go; in the present transaction where there is one. */
public interface AuditLog {

    void append(AuditEntry entry);
}
