using System.Globalization;
using System.Text.Json;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Extensibility;

/// <summary>Facts about a setting, read from its metadata. Their keys are the contract's names of the members beside the value.</summary>
internal sealed class SettingFacts(IReadOnlyList<Metadata> metadata)
{
    public IReadOnlyList<Metadata> Metadata => metadata;

    public string? Name => Find("name");

    public string? Description => Find("description");

    public string? DefaultValue => Find("defaultValue");

    public bool IsSecret => Find("isSecret") is { } text && bool.TryParse(text, out var yes) && yes;

    public bool IsMandatory => Find("isMandatory") is { } text && bool.TryParse(text, out var yes) && yes;

    public GenericConfigDataType DataType => Find("dataType") is { } text && EnumParameter<GenericConfigDataType>.TryParse(text, out var type) ? type.Value : GenericConfigDataType.Text;

    public static SettingFacts Parse(string json) => new(JsonSerializer.Deserialize<List<Metadata>>(json, JsonSerializerOptions.Web)!);

    public string ToJson() => JsonSerializer.Serialize(metadata, JsonSerializerOptions.Web);

    /// <summary>Returns whether the setting can have a value.</summary>
    public bool Takes(string value) => DataType switch
    {
        GenericConfigDataType.Integer => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        GenericConfigDataType.LongInteger => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        GenericConfigDataType.Decimal or GenericConfigDataType.Currency => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        GenericConfigDataType.Boolean => bool.TryParse(value, out _),
        GenericConfigDataType.DateTime => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        GenericConfigDataType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        GenericConfigDataType.Time => TimeOnly.TryParse(value, CultureInfo.InvariantCulture, out _),
        GenericConfigDataType.BinaryUrl => Convert.TryFromBase64String(value, new byte[value.Length], out _),
        _ => true,
    };

    private string? Find(string key) => metadata.FirstOrDefault(m => m.Key == key)?.Value;
}
