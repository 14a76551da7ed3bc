using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;

namespace Slipway.Server.Health;

/// <summary>Checks that blobs can be stored, at most twice a minute, because a store may be remote. Without it builds can still be read.</summary>
internal sealed class BlobCheck(IBlobStore blobs, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private (HealthPart Part, long At)? _last;

    public string Name => "files";

    public string SilenceCode => ServiceProblems.BlobsUnavailable.Code;

    public async Task<HealthPart> CheckAsync(CancellationToken cancellation)
    {
        if (_last is { } last && time.GetElapsedTime(last.At) < Fresh)
            return last.Part;
        var part = await TryAsync(cancellation);
        _last = (part, time.GetTimestamp());
        return part;
    }

    private async Task<HealthPart> TryAsync(CancellationToken cancellation) => await BlobStoreSelfTest.RunAsync(blobs, Name, cancellation) is { } state
        ? HealthPart.Of(Name, HealthStatus.Degraded, state)
        : new HealthPart(Name, HealthStatus.Healthy, "");
}
