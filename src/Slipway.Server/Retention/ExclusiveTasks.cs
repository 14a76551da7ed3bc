using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>Periodic work that one server at a time does for all: the first server that claims a chore in the database has it for a limited time.</summary>
internal sealed class ExclusiveTasks(Database database)
{
    /// <summary>Claims a chore; returns false while another server has it.</summary>
    public Task<bool> TryBeginAsync(string name, TimeSpan most, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(
            $"""
            INSERT INTO chores (name, until_at) VALUES (@name, {database.Now} + @most)
            ON CONFLICT (name) DO UPDATE SET until_at = {database.Now} + @most WHERE chores.until_at < {database.Now}
            """,
            new { name, most = (long)most.TotalMilliseconds },
            transaction) > 0,
        cancellation);

    /// <summary>Releases a chore, so that another server can claim it after a pause.</summary>
    public Task EndAsync(string name, TimeSpan pause, CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"UPDATE chores SET until_at = {database.Now} + @pause WHERE name = @name", new { name, pause = (long)pause.TotalMilliseconds }, transaction),
        cancellation);
}
