using System.Globalization;
using System.Xml.Linq;
using Slipway.Formats.Plist;

namespace Slipway.Build.Read.Ios;

/// <summary>A value of a property list that stands inside of config.xml, where it shares the namespace of its surroundings.</summary>
internal static class PlistFragment
{
    /// <summary>The value of an element; null when it is none that Info.plist of an app needs, or is malformed.</summary>
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
