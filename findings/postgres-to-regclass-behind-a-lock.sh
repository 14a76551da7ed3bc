#!/usr/bin/env bash
# PostgreSQL 15 (Debian 12): to_regclass after waiting for an advisory lock, READ COMMITTED.
#
# Guess:    at READ COMMITTED each statement sees what is committed when it begins. So once it has
#           the lock, to_regclass('t') finds the table that the lock's former owner created.
# Observed: it still returns NULL if the session looked up the same name before. A count of
#           pg_class in the same transaction finds the table, and so does any statement that
#           locks it; after that, to_regclass finds it too.
# Why:      names are looked up in the session's catalogue cache, which also caches misses. A
#           session reads the invalidations of others when a transaction begins or a relation is
#           locked; waiting for an advisory lock is neither.
# So:       "take an advisory lock, check whether the tables exist, create them" is a race if
#           several servers start for the first time. Begin with CREATE TABLE IF NOT EXISTS instead.
set -euo pipefail
version=$(dpkg-query -W -f '${Version}' postgresql-15 2>/dev/null) || { echo "needs Debian's postgresql-15: sudo apt-get install postgresql-15"; exit 2; }
bin=/usr/lib/postgresql/15/bin
dir=$(mktemp -d)
as=(); [[ $UID -eq 0 ]] && { as=(setpriv --reuid postgres --regid postgres --clear-groups); chown postgres: "$dir"; }
trap '"${as[@]}" "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$dir"' EXIT
cd "$dir"
"${as[@]}" "$bin/initdb" -D "$dir/data" -A trust -U owner >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" -o "-k $dir -c listen_addresses=''" start >/dev/null
psql=("${as[@]}" "$bin/psql" -h "$dir" -U owner -d postgres -qAtX -v ON_ERROR_STOP=1)

# The owner of the lock, which makes the table once the other waits.
coproc OWNER { "${psql[@]}" 2>&1; }
echo "BEGIN; SELECT 'held' FROM pg_advisory_xact_lock(7);" >&"${OWNER[1]}"
read -r line <&"${OWNER[0]}"; [[ $line == held ]]
cat >waiter.sql <<'SQL'
SELECT 'before: ' || coalesce(to_regclass('t')::text, 'NULL');
BEGIN ISOLATION LEVEL READ COMMITTED;
SELECT 'locked' FROM pg_advisory_xact_lock(7);
SELECT 'to_regclass: ' || coalesce(to_regclass('t')::text, 'NULL');
SELECT 'pg_class: ' || count(*) FROM pg_class WHERE relname = 't';
SELECT 'the table itself: ' || count(*) || ' rows' FROM t;
SELECT 'to_regclass then: ' || coalesce(to_regclass('t')::text, 'NULL');
COMMIT;
SQL
"${psql[@]}" -f "$dir/waiter.sql" >answers &
waiter=$!
until [[ $("${psql[@]}" -c "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1 ]]; do :; done
echo "CREATE TABLE t (a int); COMMIT; SELECT 'done';" >&"${OWNER[1]}"
wait "$waiter"
echo "postgresql-15 $version"; cat answers
diff answers - <<'TXT' && echo "as recorded"
before: NULL
locked
to_regclass: NULL
pg_class: 1
the table itself: 0 rows
to_regclass then: t
TXT
