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
