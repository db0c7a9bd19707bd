-- The truth about every workflow. Identifiers are UUIDs of version 7, made by the application; times are UTC.

CREATE TABLE workflow_configs (
    id         uuid PRIMARY KEY,
    project    text NOT NULL,
    name       text NOT NULL,
    document   jsonb NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE workflow_executions (
    id         uuid PRIMARY KEY,
    project    text NOT NULL,
    config_id  uuid NOT NULL REFERENCES workflow_configs (id),
    name       text NOT NULL,
    actor_kind text NOT NULL,
    actor_id   text NOT NULL,
    source     jsonb NOT NULL,
    state      text NOT NULL,
    resume     text,
    stages     jsonb NOT NULL,
    planned    jsonb NOT NULL,
    history    jsonb NOT NULL,
    failure    jsonb,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at   timestamptz,
    version    bigint NOT NULL DEFAULT 0,
    log_seq    bigint NOT NULL DEFAULT 0
);
CREATE INDEX workflow_executions_recent ON workflow_executions (project, created_at DESC);

-- Requests that their sender may repeat: one key, one workflow.
CREATE TABLE start_requests (
    project     text NOT NULL,
    key         text NOT NULL,
    fingerprint text NOT NULL,
    workflow_id uuid NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (project, key)
);
CREATE INDEX start_requests_by_time ON start_requests USING brin (at);

CREATE TABLE tasks (
    id          uuid PRIMARY KEY,
    workflow_id uuid NOT NULL REFERENCES workflow_executions (id),
    stage       text NOT NULL,
    step        text NOT NULL,
    task_type   text NOT NULL,
    agent       text NOT NULL,
    key         text NOT NULL,
    ordinal     int NOT NULL,
    position    int NOT NULL,
    status      text NOT NULL,
    waiting     text,
    attempt     int NOT NULL,
    retries     int NOT NULL,
    batch_divisor int NOT NULL DEFAULT 1,
    instance    text,
    error       jsonb,
    created_at  timestamptz NOT NULL,
    started_at  timestamptz,
    ended_at    timestamptz,
    -- what it carries; not read on the hot path
    task_order  jsonb,
    follow_ups  jsonb,
    facts       jsonb,
    metrics     jsonb,
    cost        jsonb,
    sentence    text,
    processed   bigint,
    total       bigint,
    told_at     timestamptz,
    UNIQUE (workflow_id, step, ordinal)
);
CREATE INDEX tasks_of_instance ON tasks (instance) WHERE status = 'RUNNING';

CREATE TABLE task_outputs (
    id          uuid PRIMARY KEY,
    workflow_id uuid NOT NULL REFERENCES workflow_executions (id),
    task_id     uuid NOT NULL REFERENCES tasks (id),
    attempt     int NOT NULL,
    role        text NOT NULL,
    ordinal     int NOT NULL,
    artifact    jsonb NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (task_id, role, ordinal)
);
CREATE INDEX task_outputs_of_workflow ON task_outputs (workflow_id);

CREATE TABLE questions (
    id             uuid PRIMARY KEY,
    workflow_id    uuid NOT NULL REFERENCES workflow_executions (id),
    task_id        uuid NOT NULL REFERENCES tasks (id),
    attempt        int NOT NULL,
    request        jsonb NOT NULL,
    asked_at       timestamptz NOT NULL,
    closed_at      timestamptz,
    answer         text,
    answered_by    text
);
CREATE INDEX questions_open ON questions (workflow_id) WHERE closed_at IS NULL;

CREATE TABLE error_records (
    id          uuid PRIMARY KEY,
    workflow_id uuid NOT NULL REFERENCES workflow_executions (id),
    -- null where a step could not be planned
    task_id     uuid REFERENCES tasks (id),
    stage       text NOT NULL,
    step        text NOT NULL,
    key         text NOT NULL,
    attempt     int NOT NULL,
    agent       text NOT NULL,
    category    text NOT NULL,
    code        text NOT NULL,
    message     text NOT NULL,
    remedy      text NOT NULL,
    context     jsonb NOT NULL,
    decision    text NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX error_records_of_workflow ON error_records (workflow_id, at);

CREATE TABLE checkpoints (
    id          uuid PRIMARY KEY,
    workflow_id uuid NOT NULL REFERENCES workflow_executions (id),
    label       text NOT NULL,
    state       text NOT NULL,
    actor_kind  text NOT NULL,
    actor_id    text NOT NULL,
    snapshot    jsonb NOT NULL,
    created_at  timestamptz NOT NULL,
    object_key  text NOT NULL,
    stored_at   timestamptz
);
CREATE INDEX checkpoints_of_workflow ON checkpoints (workflow_id, created_at);
CREATE INDEX checkpoints_to_store ON checkpoints (created_at) WHERE stored_at IS NULL;

-- The log of a workflow, which is also its live stream: numbered without gaps.
CREATE TABLE agent_logs (
    workflow_id uuid NOT NULL REFERENCES workflow_executions (id),
    seq         bigint NOT NULL,
    at          timestamptz NOT NULL,
    kind        text NOT NULL,
    level       text NOT NULL,
    source      text NOT NULL,
    stage       text,
    task_id     uuid,
    sentence    text NOT NULL,
    data        jsonb NOT NULL,
    -- the order in which all workflows are told of as one
    tx          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (workflow_id, seq)
);
CREATE INDEX agent_logs_by_transaction ON agent_logs (tx);

-- Messages that leave once the transaction that made them has committed.
CREATE TABLE outbox (
    id           uuid PRIMARY KEY,
    workflow_id  uuid,
    exchange     text NOT NULL,
    routing_key  text NOT NULL,
    body         bytea NOT NULL,
    trace_parent text,
    created_at   timestamptz NOT NULL,
    attempts     int NOT NULL DEFAULT 0,
    sent_at      timestamptz,
    problem      text
);
CREATE INDEX outbox_to_send ON outbox (id) WHERE sent_at IS NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;

-- Messages that were handled; the second delivery of one finds it here.
CREATE TABLE inbox (
    consumer    text NOT NULL,
    message_id  uuid NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (consumer, message_id)
);
CREATE INDEX inbox_by_time ON inbox USING brin (received_at);

CREATE TABLE agents (
    instance     text PRIMARY KEY,
    name         text NOT NULL,
    version      text NOT NULL,
    status       text NOT NULL,
    task_types   jsonb NOT NULL,
    online_at    timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
);

-- Who did what. Rows of audit_log and audit_chain are only ever added.
CREATE TABLE audit_log (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid NOT NULL UNIQUE,
    project     text NOT NULL,
    at          timestamptz NOT NULL,
    actor_kind  text NOT NULL,
    actor_id    text NOT NULL,
    action      text NOT NULL,
    agent       text,
    workflow_id uuid,
    task_id     uuid,
    inputs      jsonb NOT NULL DEFAULT '[]',
    outputs     jsonb NOT NULL DEFAULT '[]',
    cost        jsonb NOT NULL DEFAULT '[]',
    detail      jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_log_of_workflow ON audit_log (workflow_id, seq);
CREATE INDEX audit_log_by_time ON audit_log (at);

-- Entries that wait for their place in the chain; inserted together with the entry, deleted when it is sealed.
CREATE TABLE audit_pending (
    seq      bigint PRIMARY KEY,
    entry_id uuid NOT NULL
);

-- The chain: each hash covers the one before it and the entry. Positions have no gaps. No reference to audit_log, so
-- that a missing entry is found rather than prevented, and because checking one needs rights that nobody has.
CREATE TABLE audit_chain (
    position  bigint PRIMARY KEY,
    entry_seq bigint NOT NULL UNIQUE,
    entry_id  uuid NOT NULL UNIQUE,
    hash      bytea NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON audit_log, audit_chain FROM CURRENT_USER;

-- What people are told; written with the state that it is about.
CREATE TABLE notifications (
    id          uuid PRIMARY KEY,
    project     text NOT NULL,
    workflow_id uuid NOT NULL REFERENCES workflow_executions (id),
    name        text NOT NULL,
    kind        text NOT NULL,
    code        text,
    category    text,
    sentence    text NOT NULL,
    link        text NOT NULL,
    at          timestamptz NOT NULL,
    dedupe_key  text NOT NULL,
    tx          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    UNIQUE (workflow_id, kind, dedupe_key)
);
CREATE INDEX notifications_recent ON notifications (at DESC);
CREATE INDEX notifications_by_transaction ON notifications (tx);

CREATE TABLE notification_deliveries (
    id              uuid PRIMARY KEY,
    notification_id uuid NOT NULL REFERENCES notifications (id),
    subscriber      text NOT NULL,
    state           text NOT NULL,
    attempts        int NOT NULL DEFAULT 0,
    problem         text,
    ended_at        timestamptz,
    UNIQUE (notification_id, subscriber)
);

-- What starts workflows by itself, and the issues that it has seen.
CREATE TABLE triggers (
    id            uuid PRIMARY KEY,
    name          text NOT NULL,
    jql           text NOT NULL,
    every_ms      bigint NOT NULL,
    credentials   text NOT NULL,
    configuration jsonb NOT NULL,
    source        jsonb NOT NULL,
    enabled       boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    next_poll_at  timestamptz NOT NULL,
    last_poll_at  timestamptz,
    last_workflow uuid REFERENCES workflow_executions (id),
    problem       text
);

CREATE TABLE trigger_seen (
    trigger_id  uuid NOT NULL REFERENCES triggers (id) ON DELETE CASCADE,
    issue_key   text NOT NULL,
    updated     timestamptz NOT NULL,
    workflow_id uuid REFERENCES workflow_executions (id),
    PRIMARY KEY (trigger_id, issue_key)
);

-- Timers, as db-scheduler wants them.
CREATE TABLE scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    state                text,
    state_reason         text,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

-- Timers of calls to others, which take their time and must not delay a workflow.
CREATE TABLE scheduled_calls (LIKE scheduled_tasks INCLUDING ALL);
