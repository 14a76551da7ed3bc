using Slipway.Protocol.Builds;

namespace Slipway.Server.Install;

/// <summary>Decides which packages devices can install from a page: APKs, and IPAs that are not for the store or the simulator.</summary>
internal static class InstallableKind
{
    public const string Apk = ".apk";
    public const string Ipa = ".ipa";

    /// <summary>Returns whether devices can install a package.</summary>
    /// <param name="name">Name of the package.</param>
    /// <param name="buildType">Its build type, a name of <see cref="MobileBuildType"/>.</param>
    public static bool Has(string name, string? buildType) => Path.GetExtension(name) switch
    {
        Apk => true,
        Ipa => buildType is nameof(MobileBuildType.Development) or nameof(MobileBuildType.Adhoc) or nameof(MobileBuildType.InHouse),
        _ => false,
    };

    /// <summary>Returns whether devices can install a package from an address; iOS accepts only https.</summary>
    public static bool IsReachable(string name, Uri address) => Path.GetExtension(name) != Ipa || address.Scheme == Uri.UriSchemeHttps;
}
