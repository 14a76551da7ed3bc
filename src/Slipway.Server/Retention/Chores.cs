using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>Work that one server at a time does for all: whoever writes down first that it does it, for so long.</summary>
internal sealed class Chores(Database database)
{
    /// <summary>Takes a chore; false while another server has it.</summary>
    public Task<bool> TryBeginAsync(string name, TimeSpan most, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(
            $"""
            INSERT INTO chores (name, until_at) VALUES (@name, {database.Now} + @most)
            ON CONFLICT (name) DO UPDATE SET until_at = {database.Now} + @most WHERE chores.until_at < {database.Now}
            """,
            new { name, most = (long)most.TotalMilliseconds },
            transaction) > 0,
        cancellation);

    /// <summary>Gives a chore back, so that the next may do it after a pause.</summary>
    public Task EndAsync(string name, TimeSpan pause, CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"UPDATE chores SET until_at = {database.Now} + @pause WHERE name = @name", new { name, pause = (long)pause.TotalMilliseconds }, transaction),
        cancellation);
}
