namespace Slipway.Deploy;

/// <summary>What the manifest and the page show about an iOS app.</summary>
public sealed record InstallableApp
{
    /// <summary>Name under the icon.</summary>
    public required string Name { get; init; }

    /// <summary>CFBundleIdentifier.</summary>
    public required string Id { get; init; }

    /// <summary>Version shown to users.</summary>
    public required string VersionName { get; init; }

    /// <summary>CFBundleVersion.</summary>
    public required string BundleVersion { get; init; }

    /// <summary>Lowest release of iOS, such as 15.0.</summary>
    public required string MinimumOs { get; init; }

    /// <summary>Whether it runs on iPhones.</summary>
    public required bool ForPhones { get; init; }

    /// <summary>Whether it runs on iPads.</summary>
    public required bool ForPads { get; init; }

    /// <summary>True when it runs only on the devices that its profile lists; false when it runs on every device of a company.</summary>
    public required bool ForListedDevices { get; init; }
}
