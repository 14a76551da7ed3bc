using System.Text.Json.Serialization;

namespace Slipway.Protocol.Builds;

/// <summary>What a package runs on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MobilePlatform>))]
public enum MobilePlatform
{
    /// <summary>Android.</summary>
    Android,

    /// <summary>iOS and iPadOS.</summary>
    [JsonStringEnumMemberName("iOS")]
    Ios,
}
