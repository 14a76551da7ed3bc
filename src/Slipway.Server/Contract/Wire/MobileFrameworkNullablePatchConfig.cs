using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Sets a framework; without a value, it is detected from the app.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MobileFrameworkNullablePatchConfig
{
    /// <summary>The new value.</summary>
    public MobileFramework? Value { get; init; }
}
