using System.Data.Common;
using Dapper;
using Slipway.Server.Queue;

namespace Slipway.Soak.Tests;

/// <summary>Waits for builds to end, by a look into the database that survives its restarts.</summary>
internal static class Waiting
{
    /// <summary>Waits until so many builds have ended.</summary>
    public static async Task ForEndsAsync(Func<DbConnection> connect, int count, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while ((await LookAsync(connect)).Ended < count)
            await timer.WaitForNextTickAsync(cancellation);
    }

    /// <summary>What the builds do; nothing when the database is away.</summary>
    public static async Task<Progress> LookAsync(Func<DbConnection> connect)
    {
        try
        {
            await using var connection = connect();
            await connection.OpenAsync();
            return await connection.QuerySingleAsync<Progress>(
                $"""
                SELECT (SELECT count(*) FROM builds WHERE state IN ('Succeeded', 'Failed', 'Cancelled')) AS Ended,
                       (SELECT count(*) FROM builds WHERE state = 'Leased' AND losses >= {BuildTransitions.MostLosses - 1}) AS LastAttempts
                """);
        }
        catch (DbException)
        {
            return new(0, 0);
        }
    }
}

/// <summary>What the builds of a soak do.</summary>
/// <param name="Ended">How many have ended.</param>
/// <param name="LastAttempts">How many are in the last attempt that they get.</param>
internal sealed record Progress(long Ended, long LastAttempts);
