using Slipway.Protocol.Builds;

namespace Slipway.Server.Install;

/// <summary>Which packages devices install from a page: APKs, and IPAs that are not for the store or the simulator.</summary>
internal static class InstallableKind
{
    public const string Apk = ".apk";
    public const string Ipa = ".ipa";

    /// <summary>Can devices install it?</summary>
    public static bool Has(InstallableRow row) => Path.GetExtension(row.Name) switch
    {
        Apk => true,
        Ipa => row.BuildType is nameof(MobileBuildType.Development) or nameof(MobileBuildType.Adhoc) or nameof(MobileBuildType.InHouse),
        _ => false,
    };
}
