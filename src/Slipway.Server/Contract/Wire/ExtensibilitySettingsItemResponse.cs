using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A setting.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsItemResponse
{
    /// <summary>Names it.</summary>
    public required string? Key { get; init; }

    /// <summary>For people.</summary>
    public required string? Name { get; init; }

    /// <summary>For people.</summary>
    public required string? Description { get; init; }

    /// <summary>The kind of its value.</summary>
    public GenericConfigDataType DataType { get; init; }

    /// <summary>What it is when nobody has set it.</summary>
    public required string? DefaultValue { get; init; }

    /// <summary>What was set; null for a secret.</summary>
    public required string? Value { get; init; }

    /// <summary>Was it set?</summary>
    public required Origin ValueOrigin { get; init; }

    /// <summary>Is its value kept from everybody?</summary>
    public required bool IsSecret { get; init; }

    /// <summary>Must it have a value?</summary>
    public bool IsMandatory { get; init; }

    /// <summary>When it was last set.</summary>
    public DateTimeOffset? LastUpdateDate { get; init; }

    /// <summary>More about it.</summary>
    public IReadOnlyList<Metadata>? Metadata { get; init; }
}
