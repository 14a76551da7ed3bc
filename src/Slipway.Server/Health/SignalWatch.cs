using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Health;

/// <summary>Logs once that signals of other servers do not arrive.</summary>
internal sealed partial class SignalWatch(Database database, ILogger<SignalWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAny(database.Signals.Lost, Task.Delay(Timeout.Infinite, stoppingToken));
        if (database.Signals.Lost.IsCompleted)
            Lost(DatabaseProblems.SignalsLost.Code, DatabaseProblems.SignalsLost.Title, DatabaseProblems.SignalsLost.Cause);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code} {Title}. {Cause}")]
    private partial void Lost(string code, string title, string cause);
}
