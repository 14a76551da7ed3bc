namespace Slipway.Formats.MachO;

/// <summary>The platform that a file was built for: LC_BUILD_VERSION, or an older LC_VERSION_MIN.</summary>
/// <param name="Platform">PLATFORM_ number: 2 iOS, 7 its simulator.</param>
/// <param name="MinimumOs">Lowest release.</param>
/// <param name="Sdk">The SDK that the linker named.</param>
public sealed record MachOBuild(uint Platform, Version MinimumOs, Version Sdk)
{
    /// <summary>PLATFORM_IOS.</summary>
    public const uint Ios = 2;

    /// <summary>PLATFORM_IOSSIMULATOR.</summary>
    public const uint IosSimulator = 7;
}
