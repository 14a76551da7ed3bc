using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Signing;

namespace Slipway.Server.Credentials;

/// <summary>Converts the types of builds for iOS between the names of the contract, of the signing rules and of profiles.</summary>
internal static class IosTypes
{
    /// <summary>Returns the type of the signing rules; null to take that of the profile.</summary>
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

    /// <summary>Returns the purpose of a profile for a type.</summary>
    public static string Purpose(MobileBuildType type) => (type switch
    {
        MobileBuildType.Adhoc => ProfileKind.AdHoc,
        MobileBuildType.InHouse => ProfileKind.InHouse,
        MobileBuildType.AppStore => ProfileKind.AppStore,
        _ => ProfileKind.Development,
    }).ToString();

    /// <summary>Returns the type that a profile is for.</summary>
    public static MobileBuildType Of(ProfileKind kind) => kind switch
    {
        ProfileKind.Development => MobileBuildType.Development,
        ProfileKind.AdHoc => MobileBuildType.Adhoc,
        ProfileKind.InHouse => MobileBuildType.InHouse,
        ProfileKind.AppStore => MobileBuildType.AppStore,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
