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

/// <summary>What the installation page shows about an Android package.</summary>
/// <param name="Name">Name under the icon.</param>
/// <param name="Id">Application id.</param>
/// <param name="VersionName">Version shown to users.</param>
/// <param name="VersionCode">Version code, which devices compare.</param>
public sealed record AndroidPackage(string Name, string Id, string VersionName, string VersionCode);

/// <summary>The addresses of the files that install an app.</summary>
/// <param name="Base">Address of the folder: https, ending with a slash.</param>
/// <param name="Name">Name of the package without its extension.</param>
public sealed record InstallAddresses(Uri Base, string Name)
{
    /// <summary>Returns the address of the file with the package's name and this ending.</summary>
    public string Of(string suffix) => new Uri(Base, Uri.EscapeDataString(Name + suffix)).AbsoluteUri;

    /// <summary>What the button opens (support.apple.com, "Distribute proprietary in-house apps").</summary>
    public string InstallLink => $"itms-services://?action=download-manifest&url={Uri.EscapeDataString(Of(".plist"))}";
}
