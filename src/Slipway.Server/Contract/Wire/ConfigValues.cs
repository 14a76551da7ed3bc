using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A text in a configuration.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StringConfig
{
    /// <summary>The value.</summary>
    public string? Value { get; init; }

    /// <summary>Its type.</summary>
    public required GenericConfigDataType DataType { get; init; }

    /// <summary>Whether the value is a secret that is never shown.</summary>
    [ReadOnly(true)]
    public bool IsSecret { get; init; }

    /// <summary>When it was last set.</summary>
    public DateTimeOffset? LastUpdateDate { get; init; }
}

/// <summary>Sets a text, or clears it if there is no value.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StringPatchConfig
{
    /// <summary>The new value.</summary>
    public string? Value { get; init; }
}

/// <summary>A secret of a configuration, without its value.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SecretConfig
{
    /// <summary>Never shown.</summary>
    [ReadOnly(true)]
    public string? Value { get; }

    /// <summary>Its type.</summary>
    public required GenericConfigDataType DataType { get; init; }

    /// <summary>Whether the value is a secret that is never shown.</summary>
    [ReadOnly(true)]
    public bool IsSecret { get; init; }

    /// <summary>When it was last set.</summary>
    public DateTimeOffset? LastUpdateDate { get; init; }
}

/// <summary>The framework of an app.</summary>
internal enum MobileFramework
{
    /// <summary>Capacitor.</summary>
    Capacitor,

    /// <summary>Apache Cordova.</summary>
    Cordova,
}

/// <summary>A framework of a configuration.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MobileFrameworkNullableConfig
{
    /// <summary>The value.</summary>
    public MobileFramework? Value { get; init; }

    /// <summary>Its type.</summary>
    public required GenericConfigDataType DataType { get; init; }

    /// <summary>Whether the value is a secret that is never shown.</summary>
    [ReadOnly(true)]
    public bool IsSecret { get; init; }

    /// <summary>When it was last set.</summary>
    public DateTimeOffset? LastUpdateDate { get; init; }
}

/// <summary>Sets a framework; without a value, it is detected from the app.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MobileFrameworkNullablePatchConfig
{
    /// <summary>The new value.</summary>
    public MobileFramework? Value { get; init; }
}

/// <summary>The origin of a value.</summary>
internal enum Origin
{
    /// <summary>It was set.</summary>
    Override,

    /// <summary>It was not set.</summary>
    Default,
}
