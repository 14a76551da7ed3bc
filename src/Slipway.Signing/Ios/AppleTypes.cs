using Slipway.Formats.Provisioning;

namespace Slipway.Signing.Ios;

/// <summary>Which profile is for which type of build.</summary>
internal static class AppleTypes
{
    public static BuildType Of(ProfileKind kind) => kind switch
    {
        ProfileKind.Development => BuildType.Development,
        ProfileKind.AdHoc => BuildType.AdHoc,
        ProfileKind.InHouse => BuildType.InHouse,
        ProfileKind.AppStore => BuildType.AppStore,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Does a profile give what was asked for? A debug build is one for development, a release any other.</summary>
    public static bool Fits(BuildType? wanted, BuildType found) => wanted switch
    {
        null => true,
        BuildType.Debug => found == BuildType.Development,
        BuildType.Release => found != BuildType.Development,
        _ => wanted == found,
    };

    public static string Name(BuildType type) => type.ToString().ToLowerInvariant();
}
