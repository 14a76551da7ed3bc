using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Sets a framework; without a value, leaves it to the app.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MobileFrameworkNullablePatchConfig
{
    /// <summary>The new value.</summary>
    public MobileFramework? Value { get; init; }
}
