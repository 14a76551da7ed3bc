using System.Text.Json.Serialization;

namespace Slipway.Protocol.Builds;

/// <summary>What a package is for, in the words of the contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MobileBuildType>))]
public enum MobileBuildType
{
    /// <summary>Android: an app bundle for the store.</summary>
    Bundle,

    /// <summary>Android: to try out.</summary>
    Debug,

    /// <summary>Android: to give away.</summary>
    Release,

    /// <summary>iOS: for the devices of developers.</summary>
    Development,

    /// <summary>iOS: for the store.</summary>
    AppStore,

    /// <summary>iOS: for listed devices.</summary>
    Adhoc,

    /// <summary>iOS: for the devices of a company.</summary>
    InHouse,

    /// <summary>iOS: for the simulator.</summary>
    Simulator,
}
