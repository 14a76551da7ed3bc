using System.Text.Json.Serialization;

namespace Slipway.Protocol.Builds;

/// <summary>The platform of a package.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MobilePlatform>))]
public enum MobilePlatform
{
    /// <summary>Android.</summary>
    Android,

    /// <summary>iOS and iPadOS.</summary>
    [JsonStringEnumMemberName("iOS")]
    Ios,
}

/// <summary>The type of a package, in the terms of the native-mobile-builds contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MobileBuildType>))]
public enum MobileBuildType
{
    /// <summary>Android: an app bundle for Google Play.</summary>
    Bundle,

    /// <summary>Android: a debug package.</summary>
    Debug,

    /// <summary>Android: a release package.</summary>
    Release,

    /// <summary>iOS: signed for development.</summary>
    Development,

    /// <summary>iOS: signed for the App Store.</summary>
    AppStore,

    /// <summary>iOS: signed for the devices that the profile lists.</summary>
    Adhoc,

    /// <summary>iOS: signed for in-house distribution.</summary>
    InHouse,

    /// <summary>iOS: for the simulator.</summary>
    Simulator,
}
