using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Vault;

/// <summary>
/// Wraps every secret with the current key after a rotation, once per start of a server. The server that gets the new key last
/// also finds secrets that others wrapped with the old one in the meantime; servers with different current keys do not undo each
/// other's work.
/// </summary>
internal sealed partial class Rewrapping(SecretVault vault, Database database, ILogger<Rewrapping> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Wraps all outdated secrets; corrupt ones are left unchanged and reported.</summary>
    /// <returns>The numbers of secrets that were wrapped and that could not be.</returns>
    public async Task<(int Wrapped, int Failed)> RunAsync(CancellationToken cancellation)
    {
        var (wrapped, failed, after) = (0, 0, "");
        while (await vault.OutdatedAsync(after, AtOnce, cancellation) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                try
                {
                    await vault.RewrapAsync(row, cancellation);
                    wrapped++;
                }
                catch (ProblemException e)
                {
                    failed++;
                    NotRewrapped(row.Id, e.Problems[0].Code);
                }
            }

            after = rows[^1].Id;
        }

        return (wrapped, failed);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryAsync(stoppingToken))
            await Task.Delay(Pause, stoppingToken);
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            if (await RunAsync(cancellation) is var (wrapped, failed) && wrapped + failed > 0)
                Rewrapped(wrapped, failed);
            return true;
        }
        catch (Exception e) when (database.IsUnavailable(e))
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wrapped {Wrapped} secrets with the current key; {Failed} could not be opened")]
    private partial void Rewrapped(int wrapped, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The secret {Id} cannot be opened: {Code}")]
    private partial void NotRewrapped(string id, string code);
}
