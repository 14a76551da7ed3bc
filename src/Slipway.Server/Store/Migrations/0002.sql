-- Keys that the service itself signs with, in envelopes.
CREATE TABLE service_keys (
    purpose TEXT PRIMARY KEY,
    key_id TEXT NOT NULL,
    wrapped_key {bytes} NOT NULL,
    ciphertext {bytes} NOT NULL,
    created_at BIGINT NOT NULL
);

-- A server proves itself with a key of its own: SubjectPublicKeyInfo of the curve P-256.
ALTER TABLE servers ADD COLUMN public_key {bytes} NULL;
ALTER TABLE servers ADD COLUMN enrolled_at BIGINT NULL;
ALTER TABLE servers ADD COLUMN seen_at BIGINT NULL;

-- One code for a server at a time; of the code only the SHA-256.
CREATE TABLE enrolment_codes (
    server_id TEXT PRIMARY KEY REFERENCES servers (id) ON DELETE CASCADE,
    code_hash {bytes} NOT NULL UNIQUE,
    expires_at BIGINT NOT NULL
);

-- What makes the proof of a launch valid only once.
CREATE TABLE server_nonces (
    server_id TEXT NOT NULL REFERENCES servers (id) ON DELETE CASCADE,
    nonce TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (server_id, nonce)
);
CREATE INDEX server_nonces_by_expiry ON server_nonces (expires_at);

-- The latest report of a server's doctor: JSON.
CREATE TABLE server_reports (
    server_id TEXT PRIMARY KEY REFERENCES servers (id) ON DELETE CASCADE,
    received_at BIGINT NOT NULL,
    report TEXT NOT NULL
);

-- The name that the server had: servers are removed, builds stay.
ALTER TABLE builds ADD COLUMN requested_through_name TEXT NULL;
CREATE INDEX builds_of_environment ON builds (environment_key, created_at);

-- Launches that the policy of an environment refused.
CREATE TABLE refused_launches (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    environment_key TEXT NOT NULL REFERENCES environments (key),
    at BIGINT NOT NULL,
    channel TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    requested_through TEXT NULL,
    requested_through_name TEXT NULL,
    address TEXT NOT NULL
);
CREATE INDEX refused_launches_of_environment ON refused_launches (environment_key, at);
