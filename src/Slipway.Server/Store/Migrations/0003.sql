-- A token may no more than the person who made it may now, and ends with them. Who made the tokens that are there is in the audit trail.
ALTER TABLE tokens ADD COLUMN made_by_user TEXT NULL REFERENCES users (id);
ALTER TABLE tokens ADD COLUMN made_by_token TEXT NULL;
CREATE INDEX audit_by_subject ON audit (subject);
UPDATE tokens SET made_by_user = (SELECT min(u.id) FROM audit a JOIN users u ON 'user:' || u.id = a.actor WHERE a.action = 'token.create' AND a.subject = tokens.id)
WHERE user_id IS NULL;
DROP INDEX audit_by_subject;

-- An email address may have an account in several organisations, so that none of them learns of the others. SQLite cannot drop the
-- constraint that made it unique, so the column that has the constraint holds organisation and address now.
ALTER TABLE users RENAME COLUMN email TO unique_name;
ALTER TABLE users ADD COLUMN email TEXT NOT NULL DEFAULT '';
UPDATE users SET email = unique_name;
UPDATE users SET unique_name = organisation_id || ' ' || email;
CREATE INDEX users_by_email ON users (email);

-- Logins that failed lately, and from where accounts have logged in: by hashes, because people type passwords in the wrong place.
CREATE TABLE login_failures (
    key TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX login_failures_by_time ON login_failures (last_at);
CREATE TABLE login_places (
    key TEXT PRIMARY KEY,
    seen_at BIGINT NOT NULL
);
CREATE INDEX login_places_by_time ON login_places (seen_at);

-- Rows that stand for several of the same kind in one minute say how many.
ALTER TABLE audit ADD COLUMN times BIGINT NOT NULL DEFAULT 1;
CREATE INDEX audit_by_time ON audit (at);

-- Addresses of install pages that somebody asked for.
CREATE TABLE install_links (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    build TEXT NOT NULL REFERENCES builds (key) ON DELETE CASCADE,
    artifact_id TEXT NOT NULL,
    name TEXT NOT NULL,
    token_id TEXT NULL,
    made_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    withdrawn_at BIGINT NULL
);
CREATE INDEX install_links_of_organisation ON install_links (organisation_id, expires_at);
CREATE INDEX install_links_of_build ON install_links (build);
