using Slipway.Protocol.Builds;

namespace Slipway.Build;

/// <summary>The platforms that apps are built for.</summary>
public static class Platforms
{
    private static readonly IReadOnlyList<IPlatform> All = [new AndroidPlatform(), new IosPlatform()];

    /// <summary>Their names, in the order of the packages.</summary>
    public static IReadOnlyList<MobilePlatform> Names { get; } = [.. All.Select(platform => platform.Name)];

    /// <summary>The platform of a name.</summary>
    internal static IPlatform Of(MobilePlatform name) => All.FirstOrDefault(platform => platform.Name == name) ?? throw new ArgumentOutOfRangeException(nameof(name));
}
