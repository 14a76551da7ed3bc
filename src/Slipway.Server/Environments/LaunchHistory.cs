using Dapper;
using Slipway.Protocol.Environments;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>Recent launches of an environment.</summary>
internal sealed class LaunchHistory(Database database)
{
    /// <summary>The longest period that can be queried; refused launches are kept as long.</summary>
    public const int MostDays = 90;

    private const long Day = 86_400_000;

    /// <summary>Counts launches of an environment by channel, machine and whether they were refused.</summary>
    public Task<IReadOnlyList<LaunchCount>> CountAsync(string organisation, string environment, int days, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<LaunchCount>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<LaunchCountRow>(
                $"""
                SELECT channel, requested_through AS server, requested_through_name AS server_name, CAST(0 AS BIGINT) AS refused, count(*) AS count, max(created_at) AS newest
                FROM builds WHERE environment_key = @environment AND organisation_id = @organisation AND created_at >= {database.Now} - @time
                GROUP BY channel, requested_through, requested_through_name
                UNION ALL
                SELECT channel, requested_through, requested_through_name, CAST(1 AS BIGINT), count(*), max(at)
                FROM refused_launches WHERE environment_key = @environment AND organisation_id = @organisation AND at >= {database.Now} - @time
                GROUP BY channel, requested_through, requested_through_name
                ORDER BY 4, 1, 3
                """,
                new { organisation, environment, time = days * Day });
            return [.. rows.Select(row => row.Describe())];
        },
        cancellation);

    /// <summary>Deletes refused launches that are older than the longest period.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"DELETE FROM refused_launches WHERE at < {database.Now} - {MostDays * Day}", transaction: transaction), cancellation);
}

/// <summary>A count of launches in the database. Its properties are settable, because an empty result of SQLite has no types for computed columns.</summary>
internal sealed record LaunchCountRow
{
    public string Channel { get; init; } = "";

    public string? Server { get; init; }

    public string? ServerName { get; init; }

    public long Refused { get; init; }

    public long Count { get; init; }

    public long Newest { get; init; }

    /// <summary>Returns the description that the API sends.</summary>
    public LaunchCount Describe() => new(Channel, Server is null ? null : Guid.Parse(Server), ServerName, Refused != 0, (int)Count, DatabaseTime.Of(Newest));
}
