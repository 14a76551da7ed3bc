using Slipway.Signing.Ios;

namespace Slipway.Build.Plan.Ios;

/// <summary>Everything that decides the bytes of an iOS package.</summary>
public sealed record IosPlan : AppPlan
{
    /// <summary>CFBundleVersion: one to three whole numbers with dots.</summary>
    public required string BundleVersion { get; init; }

    /// <inheritdoc/>
    public override string Build => BundleVersion;

    /// <summary>Name of the bundle's folder without <c>.app</c>, and of the executable: letters, digits, '-' and '_'.</summary>
    public required string BundleName { get; init; }

    /// <summary>Lowest release of iOS, such as 15.0; the shell is compiled for it.</summary>
    public required string MinimumOs { get; init; }

    /// <summary>Devices that the app runs on.</summary>
    public required DeviceFamilies Devices { get; init; }

    /// <summary>Reasons that iOS shows when the app asks for private data: Info.plist key (such as NSCameraUsageDescription) to text.</summary>
    public required IReadOnlyDictionary<string, string> UsageDescriptions { get; init; }

    /// <summary>Schemes of URLs that open the app.</summary>
    public required IReadOnlyList<string> UrlSchemes { get; init; }

    /// <summary>Servers that the app may reach without TLS.</summary>
    public required TransportSecurity Transport { get; init; }

    /// <summary>Language of texts that are not translated, such as en.</summary>
    public required string DevelopmentRegion { get; init; }

    /// <summary>Name under the icon by language (BCP 47).</summary>
    public required IReadOnlyDictionary<string, string> LocalisedNames { get; init; }

    /// <summary>How the package is signed; null for the simulator.</summary>
    public required IosSigning? Signing { get; init; }
}

/// <summary>Devices that an app runs on: UIDeviceFamily of Info.plist.</summary>
[Flags]
public enum DeviceFamilies
{
    /// <summary>No device.</summary>
    None = 0,

    /// <summary>iPhone and iPod touch: 1.</summary>
    Phone = 1,

    /// <summary>iPad: 2.</summary>
    Pad = 2,

    /// <summary>Both.</summary>
    Universal = Phone | Pad,
}

/// <summary>App transport security: the servers from which the app may load without TLS (NSAppTransportSecurity of Info.plist).</summary>
/// <param name="AllowsAnyHost">Whether plain HTTP is allowed to every host, as <c>&lt;access origin="*"&gt;</c> requests.</param>
/// <param name="InsecureHosts">Hosts that the app may reach by plain HTTP.</param>
public sealed record TransportSecurity(bool AllowsAnyHost, IReadOnlyList<InsecureHost> InsecureHosts);

/// <summary>A host that the app may reach by plain HTTP.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IncludesSubdomains">Whether its subdomains are included.</param>
public sealed record InsecureHost(string Name, bool IncludesSubdomains);
