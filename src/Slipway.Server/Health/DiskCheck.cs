using Slipway.Protocol.Problems;

namespace Slipway.Server.Health;

/// <summary>Checks that the disk of the data folder has free space and that the service can write there.</summary>
internal sealed class DiskCheck(ServerOptions options) : IHealthCheck
{
    private const long EnoughBytes = 1L << 30;

    public string Name => "disk";

    public async Task<HealthPart> CheckAsync(CancellationToken cancellation)
    {
        if (new DriveInfo(Path.GetFullPath(options.DataFolder)).AvailableFreeSpace < EnoughBytes)
            return new HealthPart(Name, HealthStatus.Degraded, "Less than 1 GiB is free.", ServiceProblems.StorageFull.Code);
        var probe = Path.Combine(options.DataFolder, $".health-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllBytesAsync(probe, [0], cancellation);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new HealthPart(Name, HealthStatus.Degraded, "The data folder cannot be written to.", HostingProblems.DataFolder.Code);
        }

        return new HealthPart(Name, HealthStatus.Healthy, "");
    }
}
