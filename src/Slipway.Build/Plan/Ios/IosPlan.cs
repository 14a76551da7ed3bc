using Slipway.Signing.Ios;

namespace Slipway.Build.Plan.Ios;

/// <summary>Everything that decides the bytes of a package for iOS.</summary>
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

    /// <summary>Which devices it is made for.</summary>
    public required DeviceFamilies Devices { get; init; }

    /// <summary>Reasons that people are told when the app wants something private: Info.plist key (NSCameraUsageDescription) to text.</summary>
    public required IReadOnlyDictionary<string, string> UsageDescriptions { get; init; }

    /// <summary>Schemes of URLs that open the app.</summary>
    public required IReadOnlyList<string> UrlSchemes { get; init; }

    /// <summary>Which servers may be reached without TLS.</summary>
    public required TransportSecurity Transport { get; init; }

    /// <summary>Language of what is not translated, such as en.</summary>
    public required string DevelopmentRegion { get; init; }

    /// <summary>Name under the icon by language (BCP 47).</summary>
    public required IReadOnlyDictionary<string, string> LocalisedNames { get; init; }

    /// <summary>How it is signed; null for the simulator.</summary>
    public required IosSigning? Signing { get; init; }
}
