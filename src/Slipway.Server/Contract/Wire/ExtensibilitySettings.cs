using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes settings of an app and its libraries. Omitted settings stay unchanged.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsRequest
{
    /// <summary>Settings of the app.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemRequest>? Settings { get; init; }

    /// <summary>Settings of libraries.</summary>
    public IReadOnlyList<LibraryConfigurationRequest>? Libraries { get; init; }
}

/// <summary>The settings of an app and its libraries.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsResponse
{
    /// <summary>Settings of the app.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemResponse>? Settings { get; init; }

    /// <summary>Settings of libraries.</summary>
    public IReadOnlyList<LibraryConfigurationResponse>? Libraries { get; init; }
}

/// <summary>Changes a setting.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsItemRequest
{
    /// <summary>The key of the setting.</summary>
    public required string? Key { get; init; }

    /// <summary>The new value; null to restore the default.</summary>
    public string? Value { get; init; }

    /// <summary>The metadata of the setting; if omitted, they stay unchanged.</summary>
    public IReadOnlyList<Metadata>? Metadata { get; init; }
}

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

/// <summary>Changes settings of a library.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LibraryConfigurationRequest
{
    /// <summary>The key of the library.</summary>
    public required string? Key { get; init; }

    /// <summary>Its settings.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemRequest>? Settings { get; init; }
}

/// <summary>The settings of a library.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LibraryConfigurationResponse
{
    /// <summary>The key of the library.</summary>
    public required string? Key { get; init; }

    /// <summary>The revision of the library.</summary>
    public required int Revision { get; init; }

    /// <summary>Its settings.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemResponse>? Settings { get; init; }
}

/// <summary>A note on a setting.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Metadata
{
    /// <summary>What it is about.</summary>
    public required string? Key { get; init; }

    /// <summary>What it says.</summary>
    public required string? Value { get; init; }
}

/// <summary>The type of a value.</summary>
internal enum GenericConfigDataType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    LongInteger,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date and time.</summary>
    DateTime,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A time of the day.</summary>
    Time,

    /// <summary>A telephone number.</summary>
    PhoneNumber,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>An amount of money.</summary>
    Currency,

    /// <summary>The key of a record.</summary>
    EntityIdentifierType,

    /// <summary>Bytes, in base64.</summary>
    BinaryUrl,
}
