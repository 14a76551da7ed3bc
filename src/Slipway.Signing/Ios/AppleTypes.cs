using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;

namespace Slipway.Signing.Ios;

/// <summary>Which profile is for which type of build.</summary>
public static class AppleTypes
{
    /// <summary>The type of build that a profile is for.</summary>
    public static MobileBuildType Of(ProfileKind kind) => kind switch
    {
        ProfileKind.Development => MobileBuildType.Development,
        ProfileKind.AdHoc => MobileBuildType.Adhoc,
        ProfileKind.InHouse => MobileBuildType.InHouse,
        ProfileKind.AppStore => MobileBuildType.AppStore,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind of profile that a type of build needs.</summary>
    public static ProfileKind KindOf(MobileBuildType type) => type switch
    {
        MobileBuildType.Adhoc => ProfileKind.AdHoc,
        MobileBuildType.InHouse => ProfileKind.InHouse,
        MobileBuildType.AppStore => ProfileKind.AppStore,
        _ => ProfileKind.Development,
    };

    /// <summary>Does a profile give what was asked for? A debug build is one for development, a release any other.</summary>
    internal static bool Fits(MobileBuildType? wanted, MobileBuildType found) => wanted switch
    {
        null => true,
        MobileBuildType.Debug => found == MobileBuildType.Development,
        MobileBuildType.Release => found != MobileBuildType.Development,
        _ => wanted == found,
    };

    internal static string Name(MobileBuildType type) => type.ToString().ToLowerInvariant();
}
