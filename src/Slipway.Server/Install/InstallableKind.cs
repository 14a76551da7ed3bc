using Slipway.Protocol.Builds;

namespace Slipway.Server.Install;

/// <summary>Which packages devices install from a page: APKs, and IPAs that are not for the store or the simulator.</summary>
internal static class InstallableKind
{
    public const string Apk = ".apk";
    public const string Ipa = ".ipa";

    /// <summary>Can devices install it?</summary>
    /// <param name="name">Name of the package.</param>
    /// <param name="buildType">What it is for, in the words of <see cref="MobileBuildType"/>.</param>
    public static bool Has(string name, string? buildType) => Path.GetExtension(name) switch
    {
        Apk => true,
        Ipa => buildType is nameof(MobileBuildType.Development) or nameof(MobileBuildType.Adhoc) or nameof(MobileBuildType.InHouse),
        _ => false,
    };

    /// <summary>Do devices install it from an address? iOS takes https only.</summary>
    public static bool IsReachable(string name, Uri address) => Path.GetExtension(name) != Ipa || address.Scheme == Uri.UriSchemeHttps;
}
