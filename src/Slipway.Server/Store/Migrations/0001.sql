-- Times are milliseconds since 1970 by the clock of the database; ids are UUIDs in lower case.

CREATE TABLE organisations (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    storage_quota BIGINT NOT NULL,
    retention_days BIGINT NOT NULL,
    max_running BIGINT NOT NULL,
    reads_per_minute BIGINT NOT NULL,
    creations_per_minute BIGINT NOT NULL,
    changes_per_minute BIGINT NOT NULL
);

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT NULL
);
CREATE INDEX users_of_organisation ON users (organisation_id);

-- A token without an organisation belongs to the service: its administrator's, or a worker's that serves all organisations.
CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NULL REFERENCES organisations (id),
    user_id TEXT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    prefix TEXT NOT NULL UNIQUE,
    secret_hash {bytes} NOT NULL,
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NULL,
    revoked_at BIGINT NULL
);
CREATE INDEX tokens_of_organisation ON tokens (organisation_id);

CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    address TEXT NOT NULL,
    details TEXT NOT NULL
);
CREATE INDEX audit_of_organisation ON audit (organisation_id, at, id);

CREATE TABLE environments (
    key TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    internal_address TEXT NULL,
    launch_policy TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (organisation_id, name)
);

CREATE TABLE servers (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    environment_key TEXT NOT NULL REFERENCES environments (key),
    name TEXT NOT NULL,
    address TEXT NULL,
    roles TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (environment_key, name)
);

CREATE TABLE applications (
    key TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (organisation_id, name)
);

-- An object is written before its row and removed after it, so that no row points at nothing.
CREATE TABLE blobs (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    location TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, sha256)
);
CREATE INDEX blobs_by_touch ON blobs (touched_at);
CREATE INDEX blobs_by_size ON blobs (organisation_id, size);

CREATE TABLE blob_pieces (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    sha256 TEXT NOT NULL,
    start_at BIGINT NOT NULL,
    size BIGINT NOT NULL,
    total BIGINT NOT NULL,
    location TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, sha256, start_at)
);

-- The manifest, a blob, lists the files of the revision with their hashes.
CREATE TABLE revisions (
    build_key TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    application_key TEXT NOT NULL REFERENCES applications (key),
    revision BIGINT NOT NULL,
    kind TEXT NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    file_count BIGINT NOT NULL,
    total_size BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    UNIQUE (application_key, revision)
);
CREATE INDEX revisions_by_manifest ON revisions (application_key, manifest_sha256);

CREATE TABLE workers (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NULL REFERENCES organisations (id),
    token_id TEXT NOT NULL REFERENCES tokens (id),
    name TEXT NOT NULL,
    platforms TEXT NOT NULL,
    builder_versions TEXT NOT NULL,
    slots BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    gone_at BIGINT NULL
);

CREATE TABLE builds (
    key TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    environment_key TEXT NOT NULL REFERENCES environments (key),
    application_key TEXT NOT NULL REFERENCES applications (key),
    build_key TEXT NOT NULL REFERENCES revisions (build_key),
    revision BIGINT NOT NULL,
    platform TEXT NOT NULL,
    build_type TEXT NULL,
    framework TEXT NULL,
    builder_version TEXT NOT NULL,
    version_locked BIGINT NOT NULL,
    app_identifier TEXT NULL,
    version_number TEXT NULL,
    version_code BIGINT NULL,
    -- What was asked for, and which credentials sign: JSON.
    request TEXT NOT NULL,
    state TEXT NOT NULL,
    status TEXT NOT NULL,
    priority BIGINT NOT NULL,
    -- Its place among the builds of all organisations: lower comes first.
    turn BIGINT NOT NULL,
    -- How often it was claimed; fences the writes of workers.
    attempt BIGINT NOT NULL,
    -- How often a worker vanished with it or gave it back.
    losses BIGINT NOT NULL DEFAULT 0,
    worker_id TEXT NULL,
    lease_until BIGINT NULL,
    cancel_requested_at BIGINT NULL,
    created_at BIGINT NOT NULL,
    started_at BIGINT NULL,
    finished_at BIGINT NULL,
    message_count BIGINT NOT NULL,
    -- Lines that this attempt has sent, with those that come twice counted once.
    lines_received BIGINT NOT NULL DEFAULT 0,
    -- What came of it: problems, facts, timings, native inputs with their hashes: JSON.
    outcome TEXT NULL,
    channel TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    requested_through TEXT NULL
);
CREATE INDEX builds_waiting ON builds (turn, key) WHERE state = 'Queued';
CREATE INDEX builds_waiting_of_organisation ON builds (organisation_id, turn) WHERE state = 'Queued';
CREATE INDEX builds_waiting_by_priority ON builds (organisation_id, priority, turn) WHERE state = 'Queued';
CREATE INDEX builds_leased ON builds (lease_until) WHERE state = 'Leased';
CREATE INDEX builds_leased_of_organisation ON builds (organisation_id) WHERE state = 'Leased';
CREATE INDEX builds_of_application ON builds (organisation_id, application_key, created_at, key);
CREATE INDEX builds_of_organisation ON builds (organisation_id, created_at, key);
CREATE INDEX builds_by_turn ON builds (turn);
CREATE INDEX builds_succeeded ON builds (platform, finished_at) WHERE state = 'Succeeded';

CREATE TABLE build_messages (
    build TEXT NOT NULL REFERENCES builds (key),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    severity TEXT NOT NULL,
    code TEXT NULL,
    stage TEXT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (build, seq)
);

-- Artifacts of an attempt become visible when that attempt completes the build.
CREATE TABLE artifacts (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    build TEXT NOT NULL REFERENCES builds (key),
    attempt BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    location TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    published BIGINT NOT NULL,
    UNIQUE (build, attempt, kind, name)
);

-- Key-encryption keys that servers have had: a value that only the key's bytes give, and nothing of the key.
CREATE TABLE vault_keys (
    id TEXT PRIMARY KEY,
    check_value {bytes} NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE secrets (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    key_id TEXT NOT NULL,
    wrapped_key {bytes} NOT NULL,
    ciphertext {bytes} NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX secrets_by_key ON secrets (key_id);

-- A credential without an environment or an application serves all of them.
CREATE TABLE credentials (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    environment_key TEXT NULL REFERENCES environments (key),
    application_key TEXT NULL REFERENCES applications (key),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    alias TEXT NULL,
    -- Subject, fingerprints, team, dates: nothing secret. JSON.
    facts TEXT NOT NULL,
    content_secret TEXT NOT NULL REFERENCES secrets (id),
    password_secret TEXT NULL REFERENCES secrets (id),
    key_password_secret TEXT NULL REFERENCES secrets (id),
    expires_at BIGINT NULL,
    warned_at BIGINT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    UNIQUE (organisation_id, name)
);
CREATE INDEX credentials_by_expiry ON credentials (expires_at);

CREATE TABLE configurations (
    environment_key TEXT NOT NULL REFERENCES environments (key),
    application_key TEXT NOT NULL REFERENCES applications (key),
    platform TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    -- Field -> {value | secret, updatedAt}. JSON.
    settings TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (environment_key, application_key, platform)
);

CREATE TABLE extensibility_settings (
    environment_key TEXT NOT NULL REFERENCES environments (key),
    application_key TEXT NOT NULL REFERENCES applications (key),
    library_key TEXT NOT NULL,
    key TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    value TEXT NULL,
    secret TEXT NULL REFERENCES secrets (id),
    metadata TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (environment_key, application_key, library_key, key)
);

CREATE TABLE webhooks (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    secret TEXT NOT NULL REFERENCES secrets (id),
    created_at BIGINT NOT NULL,
    disabled_at BIGINT NULL
);

CREATE TABLE webhook_deliveries (
    id TEXT PRIMARY KEY,
    webhook_id TEXT NOT NULL REFERENCES webhooks (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    event TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    last_status BIGINT NULL,
    last_error TEXT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT NULL
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_at) WHERE state = 'Waiting';
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook_id, created_at);

-- Work that one server at a time does for all.
CREATE TABLE chores (
    name TEXT PRIMARY KEY,
    until_at BIGINT NOT NULL
);

-- The answer to a request that carried an Idempotency-Key.
CREATE TABLE idempotent_requests (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    operation TEXT NOT NULL,
    key TEXT NOT NULL,
    body_sha256 TEXT NOT NULL,
    status BIGINT NOT NULL,
    response TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, operation, key)
);
