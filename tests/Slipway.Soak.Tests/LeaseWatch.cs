using Dapper;
using Npgsql;

namespace Slipway.Soak.Tests;

/// <summary>
/// Watches every change of a build from inside the database, which shares no line with the queue: a lease that passes from
/// one worker to another without having ended, a build that moves backwards, or an end that changes, is noted.
/// </summary>
internal static class LeaseWatch
{
    private const string Install =
        """
        CREATE TABLE violations (build TEXT, what TEXT);
        CREATE TABLE claims (build TEXT, attempt BIGINT, worker TEXT, xact BIGINT DEFAULT txid_current(), PRIMARY KEY (build, attempt));
        CREATE FUNCTION watch_build() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            -- A claim may be undone by the transaction that made it, which nobody else has seen: the organisation ran enough already.
            IF OLD.state = 'Leased' AND NEW.state = 'Queued' AND NEW.attempt = OLD.attempt - 1 THEN
                DELETE FROM claims WHERE build = OLD.key AND attempt = OLD.attempt AND xact = txid_current();
                IF FOUND THEN RETURN NEW; END IF;
            END IF;
            IF OLD.state IN ('Succeeded', 'Failed', 'Cancelled') AND (NEW.state, NEW.status, NEW.attempt, NEW.outcome) IS DISTINCT FROM (OLD.state, OLD.status, OLD.attempt, OLD.outcome) THEN
                INSERT INTO violations VALUES (OLD.key, 'changed after its end: ' || OLD.state || ' -> ' || NEW.state);
            END IF;
            IF OLD.state = 'Leased' AND NEW.state = 'Leased' AND (NEW.worker_id, NEW.attempt) IS DISTINCT FROM (OLD.worker_id, OLD.attempt) THEN
                INSERT INTO violations VALUES (OLD.key, 'lease passed on while held');
            END IF;
            IF NEW.attempt < OLD.attempt THEN
                INSERT INTO violations VALUES (OLD.key, 'attempt went back');
            END IF;
            IF OLD.state <> 'Leased' AND NEW.state = 'Leased' THEN
                INSERT INTO claims (build, attempt, worker) VALUES (NEW.key, NEW.attempt, NEW.worker_id);
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER watch_build BEFORE UPDATE ON builds FOR EACH ROW EXECUTE FUNCTION watch_build();
        """;

    public static async Task InstallAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.ExecuteAsync(Install);
    }

    public static async Task<IReadOnlyList<string>> ViolationsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        return [.. await connection.QueryAsync<string>("SELECT build || ': ' || what FROM violations")];
    }
}
