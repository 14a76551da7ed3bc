using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;

namespace Slipway.Server.Health;

/// <summary>Can files be stored? Looked at twice a minute at most, because a store may be far away. Without it builds can still be looked at.</summary>
internal sealed class BlobCheck(IBlobStore blobs, TimeProvider time) : IHealthCheck
{
    private const string Probe = "health";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private (HealthPart Part, long At)? _last;

    public string Name => "files";

    public async Task<HealthPart> CheckAsync(CancellationToken cancellation)
    {
        if (_last is { } last && time.GetElapsedTime(last.At) < Fresh)
            return last.Part;
        var part = await TryAsync(cancellation);
        _last = (part, time.GetTimestamp());
        return part;
    }

    private async Task<HealthPart> TryAsync(CancellationToken cancellation)
    {
        var location = $"{Probe}/{Guid.NewGuid():N}";
        try
        {
            using var content = new MemoryStream([0]);
            await blobs.PutAsync(location, content, cancellation);
            await blobs.DeleteAsync(location, cancellation);
            return new HealthPart(Name, HealthStatus.Healthy, "");
        }
        catch (Exception e) when (e is ProblemException or IOException or UnauthorizedAccessException)
        {
            return new HealthPart(Name, HealthStatus.Degraded, "Files cannot be stored.");
        }
    }
}
