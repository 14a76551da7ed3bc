using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Slipway.Server.Health;

/// <summary>Checks all parts of the service in parallel, at most once a second, however many requests there are.</summary>
internal sealed partial class HealthExaminer(IEnumerable<IHealthCheck> checks, TimeProvider time, ILogger<HealthExaminer> log) : IDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _alone = new(1);
    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);
    private HealthReport? _last;
    private long _lastAt;

    public async Task<HealthReport> ExamineAsync(CancellationToken cancellation)
    {
        await _alone.WaitAsync(cancellation);
        try
        {
            if (_last is { } last && time.GetElapsedTime(_lastAt) < Fresh)
                return last;
            var parts = await Task.WhenAll(checks.Select(check => CheckAsync(check, cancellation)));
            _last = new HealthReport(parts.Max(p => p.Status), parts);
            _lastAt = time.GetTimestamp();
            return _last;
        }
        finally
        {
            _alone.Release();
        }
    }

    public void Dispose() => _alone.Dispose();

    private async Task<HealthPart> CheckAsync(IHealthCheck check, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Most);
        try
        {
            var part = await check.CheckAsync(limit.Token).WaitAsync(limit.Token);
            Tell(part);
            return part;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Unhealthy(check.Name, e.Message);
            return new HealthPart(check.Name, HealthStatus.Unhealthy, "It does not answer.", e is OperationCanceledException ? check.SilenceCode : null);
        }
    }

    // Logs each state once, and not at every check.
    private void Tell(HealthPart part)
    {
        if (part.Status == HealthStatus.Healthy)
        {
            _told.TryRemove(part.Name, out _);
        }
        else if (part.Code is { } code && _told.GetValueOrDefault(part.Name) != code)
        {
            _told[part.Name] = code;
            Unhealthy(part.Name, $"{code} {part.Message}");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Health of {Part}: {Reason}")]
    private partial void Unhealthy(string part, string reason);
}
