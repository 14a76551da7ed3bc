using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A setting.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsItemResponse
{
    /// <summary>The key of the setting.</summary>
    public required string? Key { get; init; }

    /// <summary>For people.</summary>
    public required string? Name { get; init; }

    /// <summary>For people.</summary>
    public required string? Description { get; init; }

    /// <summary>The type of its value.</summary>
    public GenericConfigDataType DataType { get; init; }

    /// <summary>The default value.</summary>
    public required string? DefaultValue { get; init; }

    /// <summary>The value that was set; null for a secret.</summary>
    public required string? Value { get; init; }

    /// <summary>Whether it was set or has its default.</summary>
    public required Origin ValueOrigin { get; init; }

    /// <summary>Whether the value is a secret that is never shown.</summary>
    public required bool IsSecret { get; init; }

    /// <summary>Whether a value is required.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>When it was last set.</summary>
    public DateTimeOffset? LastUpdateDate { get; init; }

    /// <summary>Further metadata.</summary>
    public IReadOnlyList<Metadata>? Metadata { get; init; }
}
