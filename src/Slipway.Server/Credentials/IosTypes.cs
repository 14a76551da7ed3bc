using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Signing;

namespace Slipway.Server.Credentials;

/// <summary>The types of builds for iOS in the words of the contract, of the rules for signing and of profiles.</summary>
internal static class IosTypes
{
    /// <summary>In the words of the rules; null for what the profile is for.</summary>
    public static BuildType? Wanted(MobileBuildType? type) => type switch
    {
        null => null,
        MobileBuildType.Development => BuildType.Development,
        MobileBuildType.Adhoc => BuildType.AdHoc,
        MobileBuildType.InHouse => BuildType.InHouse,
        MobileBuildType.AppStore => BuildType.AppStore,
        MobileBuildType.Simulator => BuildType.Simulator,
        MobileBuildType.Debug => BuildType.Debug,
        MobileBuildType.Release or MobileBuildType.Bundle => BuildType.Release,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>What a profile for a type is said to be for.</summary>
    public static string Purpose(MobileBuildType type) => (type switch
    {
        MobileBuildType.Adhoc => ProfileKind.AdHoc,
        MobileBuildType.InHouse => ProfileKind.InHouse,
        MobileBuildType.AppStore => ProfileKind.AppStore,
        _ => ProfileKind.Development,
    }).ToString();

    /// <summary>The type that a profile is for.</summary>
    public static MobileBuildType Of(ProfileKind kind) => kind switch
    {
        ProfileKind.Development => MobileBuildType.Development,
        ProfileKind.AdHoc => MobileBuildType.Adhoc,
        ProfileKind.InHouse => MobileBuildType.InHouse,
        ProfileKind.AppStore => MobileBuildType.AppStore,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
