using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Slipway.Build.Problems;
using Slipway.Formats.Xml;

namespace Slipway.Build.Read;

/// <summary>
/// Reads config.xml as Cordova documents it. Elements are known by their local name: projects in the wild use the namespace of
/// the widget specification, the one of Cordova, or none.
/// </summary>
internal sealed class CordovaConfigReader
{
    private const string Platform = "android";

    private static readonly HashSet<string> KnownPreferences =
    [
        "orientation", "fullscreen", "backgroundcolor", "scheme", "hostname", "android-minsdkversion", "android-targetsdkversion",
    ];

    private static readonly HashSet<string> Silent = ["description", "author", "license", "name", "content", "icon", "preference", "platform"];

    private readonly string _file;
    private readonly Dictionary<string, Setting> _preferences = new(StringComparer.Ordinal);
    private readonly List<CordovaIcon> _icons = [];
    private readonly List<Setting> _permissions = [];
    private readonly SortedDictionary<string, (string Where, SortedSet<string> Names)> _ignored = new(StringComparer.Ordinal);

    private CordovaConfigReader(string file) => _file = file;

    public static CordovaConfig Read(byte[] bytes, string file)
    {
        var root = Load(bytes, file);
        return root.Name.LocalName == "widget"
            ? new CordovaConfigReader(file).Read(root)
            : throw new ProblemException(ConfigurationProblems.NotAWidget.At(Place(file, root), $"The outermost element is <{Shorten(root.Name.LocalName)}>."));
    }

    private static XElement Load(byte[] bytes, string file)
    {
        try
        {
            return SafeXml.Load(bytes, file).Root!;
        }
        catch (XmlInputException e)
        {
            var where = e.Line > 0 ? $"{file}:{e.Line}" : file;
            throw new ProblemException(
                e.Fault switch
                {
                    XmlFault.DtdForbidden => ConfigurationProblems.XmlDtd.At(where, "The document declares a document type."),
                    XmlFault.TooComplex => ConfigurationProblems.XmlTooComplex.At(where, "The document is too large: " + e.Reason + "."),
                    _ => ConfigurationProblems.XmlMalformed.At(where, "The XML cannot be read: " + e.Reason.TrimEnd('.') + "."),
                },
                e);
        }
    }

    private CordovaConfig Read(XElement widget)
    {
        var platforms = Children(widget, "platform").Where(p => Text(p, "name")?.Value.ToLowerInvariant() == Platform).ToList();
        ReadScope(widget, forAndroid: false);
        foreach (var scope in platforms)
            ReadScope(scope, forAndroid: true);
        var scopes = platforms.AsEnumerable().Reverse().Append(widget).ToList();
        var name = scopes.SelectMany(s => Children(s, "name")).FirstOrDefault();
        var content = scopes.SelectMany(s => Children(s, "content")).FirstOrDefault();
        return new CordovaConfig
        {
            Id = Text(widget, "android-packageName") ?? Text(widget, "id"),
            Version = Text(widget, "version"),
            VersionCode = Text(widget, "android-versionCode"),
            Name = name is null ? null : new Setting(Collapse(name.Value), Place(_file, name)),
            ShortName = name is null ? null : Text(name, "short"),
            Content = content is null ? null : Text(content, "src"),
            Icons = _icons,
            Permissions = _permissions,
            Preferences = _preferences,
            Ignored = [.. _ignored.Select(Describe)],
        };
    }

    private void ReadScope(XElement scope, bool forAndroid)
    {
        foreach (var element in scope.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "preference":
                    ReadPreference(element);
                    break;
                case "icon":
                    ReadIcon(element, forAndroid);
                    break;
                case "config-file" when IsAndroidManifest(element):
                    ReadManifestAdditions(element);
                    break;
                case var other when !Silent.Contains(other):
                    Ignore($"<{Shorten(other)}>", element, Text(element, "name") ?? Text(element, "href") ?? Text(element, "origin") ?? Text(element, "src"));
                    break;
            }
        }
    }

    private void ReadPreference(XElement element)
    {
        if (Text(element, "name") is not { } name)
            return;
        var key = name.Value.ToLowerInvariant();
        if (KnownPreferences.Contains(key))
            _preferences[key] = new Setting(Text(element, "value")?.Value ?? "", Place(_file, element));
        else
            Ignore("preference", element, name);
    }

    private void ReadIcon(XElement element, bool forAndroid)
    {
        var platform = Text(element, "platform")?.Value.ToLowerInvariant();
        if (platform is not null and not Platform)
            return;
        _icons.Add(new CordovaIcon(
            Text(element, "src")?.Value,
            Text(element, "foreground")?.Value,
            Text(element, "background")?.Value,
            Text(element, "monochrome")?.Value,
            Size(element),
            forAndroid || platform == Platform,
            Place(_file, element)));
    }

    private static bool IsAndroidManifest(XElement element) =>
        element.Attribute("target")?.Value.EndsWith("AndroidManifest.xml", StringComparison.Ordinal) == true;

    private void ReadManifestAdditions(XElement configFile)
    {
        foreach (var element in configFile.Elements())
        {
            if (element.Name.LocalName == "uses-permission" && Text(element, "name") is { } name)
                _permissions.Add(name);
            else
                Ignore("<config-file>", element, new Setting($"<{element.Name.LocalName}>", Place(_file, element)));
        }
    }

    private static int Size(XElement icon)
    {
        var text = icon.Attribute("width")?.Value ?? icon.Attribute("height")?.Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return size;
        return icon.Attribute("density")?.Value.Trim().ToLowerInvariant() switch
        {
            "ldpi" => 36,
            "mdpi" => 48,
            "hdpi" => 72,
            "xhdpi" => 96,
            "xxhdpi" => 144,
            "xxxhdpi" => 192,
            _ => 0,
        };
    }

    private void Ignore(string what, XElement element, Setting? name)
    {
        if (!_ignored.TryGetValue(what, out var entry))
            _ignored[what] = entry = (Place(_file, element), new SortedSet<string>(StringComparer.Ordinal));
        if (name is not null)
            entry.Names.Add(Shorten(name.Value));
    }

    private static Problem Describe(KeyValuePair<string, (string Where, SortedSet<string> Names)> ignored)
    {
        var names = ignored.Value.Names;
        var list = names.Count == 0 ? "" : ": " + string.Join(", ", names.Take(8)) + (names.Count > 8 ? $" and {names.Count - 8} more" : "");
        var subject = ignored.Key == "preference" ? "Preferences were" : ignored.Key + " was";
        return ConfigurationProblems.Ignored.At(ignored.Value.Where, $"{subject} ignored{list}.");
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    private Setting? Text(XElement element, string attribute) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute) is { } found ? new Setting(found.Value.Trim(), Place(_file, element)) : null;

    private static string Place(string file, XElement element) =>
        element is IXmlLineInfo info && info.HasLineInfo() ? $"{file}:{info.LineNumber}" : file;

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
