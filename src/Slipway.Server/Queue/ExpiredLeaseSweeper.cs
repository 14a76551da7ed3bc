using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>
/// Takes builds from workers that do not renew their leases. Every server does this; doing it twice is harmless. Workers cannot
/// renew while the service is unavailable, so after a pause the keeper first waits for the duration of a lease.
/// </summary>
internal sealed partial class ExpiredLeaseSweeper(Database database, BuildTransitions ending, TimeProvider time, ILogger<ExpiredLeaseSweeper> log) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Absence = Pause * 4;

    private long _since = time.GetTimestamp();
    private long _last = time.GetTimestamp();

    /// <summary>Checks once and takes back expired leases; returns their number.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var lapsed = await database.ReadAsync(
            connection => connection.QueryAsync<string>(
                $"SELECT key FROM builds WHERE state = 'Leased' AND lease_until <= {database.Now} ORDER BY lease_until LIMIT {MostAtOnce}"),
            cancellation);
        var given = 0;
        foreach (var build in lapsed)
        {
            if (!await TryGiveUpAsync(build, cancellation))
                continue;
            ending.Announce(build);
            given++;
        }

        return given;
    }

    /// <summary>Runs every few seconds; checks leases once the service has been available for the duration of a lease.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        if (time.GetElapsedTime(_last) > Absence)
            _since = time.GetTimestamp();
        try
        {
            if (time.GetElapsedTime(_since) >= BuildClaimer.LeaseDuration)
                await SweepAsync(cancellation);
            else
                await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT 1"), cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _since = time.GetTimestamp();
            Failed(e.GetType().Name, e.Message);
        }

        _last = time.GetTimestamp();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    // A failure with one build must not block the builds behind it, but an unavailable database ends the whole check.
    private async Task<bool> TryGiveUpAsync(string build, CancellationToken cancellation)
    {
        try
        {
            return await GiveUpAsync(build, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException && !database.IsUnavailable(e))
        {
            NotGivenUp(build, e.GetType().Name, e.Message);
            return false;
        }
    }

    private Task<bool> GiveUpAsync(string build, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var lapsed = await connection.QuerySingleOrDefaultAsync<Lapsed?>(
                $"""
                UPDATE builds SET attempt = attempt WHERE key = @build AND state = 'Leased' AND lease_until <= {database.Now}
                RETURNING attempt, cancel_requested_at
                """,
                new { build },
                transaction);
            if (lapsed is null)
                return false;
            if (lapsed.CancelRequestedAt is not null)
                await ending.CancelAsync(connection, transaction, build);
            else
                await ending.LoseAsync(connection, transaction, build, $"The worker of attempt {lapsed.Attempt} vanished.");
            return true;
        },
        cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot check leases: {Kind} {Reason}")]
    private partial void Failed(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot take back the build {Build}, whose worker vanished: {Kind} {Reason}")]
    private partial void NotGivenUp(string build, string kind, string reason);

    private sealed record Lapsed(long Attempt, long? CancelRequestedAt);
}
