using System.Globalization;
using System.Xml.Linq;
using Slipway.Formats.Plist;

namespace Slipway.Build.Read.Ios;

/// <summary>Reads a property list value inside config.xml, where it has the namespace of the surrounding document.</summary>
internal static class PlistFragment
{
    /// <summary>Returns the value of an element; null when it is malformed or of a type that Info.plist does not need.</summary>
    public static PlistValue? Read(XElement element) => element.Name.LocalName switch
    {
        "string" => new PlistString(string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        "true" => new PlistBoolean(true),
        "false" => new PlistBoolean(false),
        "integer" => long.TryParse(element.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new PlistInteger(number) : null,
        "array" => ReadArray(element),
        "dict" => ReadDictionary(element),
        _ => null,
    };

    private static PlistArray? ReadArray(XElement element)
    {
        var items = element.Elements().Select(Read).ToList();
        return items.Contains(null) ? null : new PlistArray([.. items.OfType<PlistValue>()]);
    }

    private static PlistDictionary? ReadDictionary(XElement element)
    {
        var entries = new Dictionary<string, PlistValue>(StringComparer.Ordinal);
        string? key = null;
        foreach (var child in element.Elements())
        {
            if (key is null)
            {
                if (child.Name.LocalName != "key")
                    return null;
                key = child.Value.Trim();
            }
            else if (Read(child) is { } value && entries.TryAdd(key, value))
            {
                key = null;
            }
            else
            {
                return null;
            }
        }

        return key is null ? new PlistDictionary(entries) : null;
    }
}
