namespace Slipway.Deploy;

/// <summary>What manifest and page say about an app for iOS.</summary>
public sealed record InstallableApp
{
    /// <summary>Name under the icon.</summary>
    public required string Name { get; init; }

    /// <summary>CFBundleIdentifier.</summary>
    public required string Id { get; init; }

    /// <summary>Version that people see.</summary>
    public required string VersionName { get; init; }

    /// <summary>CFBundleVersion.</summary>
    public required string BundleVersion { get; init; }

    /// <summary>Lowest release of iOS, such as 15.0.</summary>
    public required string MinimumOs { get; init; }

    /// <summary>Is it made for iPhones?</summary>
    public required bool ForPhones { get; init; }

    /// <summary>Is it made for iPads?</summary>
    public required bool ForPads { get; init; }

    /// <summary>Does it run on the devices that its profile lists, and not on every device of a company?</summary>
    public required bool ForListedDevices { get; init; }
}
