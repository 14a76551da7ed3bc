using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Slipway.Build.Tests.Resources.Ios;

/// <summary>libplist's plistutil: reads property lists without us.</summary>
internal static class PlistUtilTool
{
    /// <summary>What it reads, as JSON for comparison; null when it refuses.</summary>
    public static JsonNode? Read(ReadOnlySpan<byte> plist)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, plist);
            var (_, exitCode, text, _) = ExternalTool.Run("plistutil", "-i", path, "-f", "xml", "-o", "-");
            return exitCode == 0 && text.StartsWith("<?xml", StringComparison.Ordinal) ? Root(text) : null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    // What plistutil writes is plain; its document type is not looked at. An empty list is what it makes of bytes that it cannot read.
    private static JsonNode? Root(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        reader.MoveToContent();
        return ((XElement)XNode.ReadFrom(reader)).Elements().Select(Value).SingleOrDefault();
    }

    private static JsonNode Value(XElement element) => element.Name.LocalName switch
    {
        "dict" => new JsonObject(element.Elements("key").Select(key => KeyValuePair.Create(key.Value, (JsonNode?)Value(key.ElementsAfterSelf().First())))),
        "array" => new JsonArray([.. element.Elements().Select(Value)]),
        "true" => true,
        "false" => false,
        "integer" => long.Parse(element.Value, CultureInfo.InvariantCulture),
        _ => element.Value,
    };
}
