using System.Data.Common;
using Dapper;

namespace Slipway.Soak.Tests;

/// <summary>Waits for builds to end, by a look into the database that survives its restarts.</summary>
internal static class Waiting
{
    /// <summary>Waits until so many builds have ended.</summary>
    public static async Task ForEndsAsync(Func<DbConnection> connect, int count, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await EndedAsync(connect) < count)
            await timer.WaitForNextTickAsync(cancellation);
    }

    /// <summary>How many builds have ended; 0 when the database is away.</summary>
    public static async Task<long> EndedAsync(Func<DbConnection> connect)
    {
        try
        {
            await using var connection = connect();
            await connection.OpenAsync();
            return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM builds WHERE state IN ('Succeeded', 'Failed', 'Cancelled')");
        }
        catch (DbException)
        {
            return 0;
        }
    }
}
