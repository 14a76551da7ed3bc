using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Formats.Text;
using Slipway.Formats.Xml;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>
/// Reads config.xml as Cordova documents it. The dialect contains what differs between platforms.
/// </summary>
internal sealed partial class CordovaConfigReader
{
    private static readonly HashSet<string> Silent = ["description", "author", "license", "name", "content", "icon", "preference", "platform"];

    private readonly string _file;
    private readonly CordovaDialect _dialect;
    private readonly CordovaAdditions _additions;
    private readonly Dictionary<string, Setting> _preferences = new(StringComparer.Ordinal);
    private readonly List<CordovaIcon> _icons = [];
    private readonly IgnoredSettings _ignored = new();

    private CordovaConfigReader(string file, CordovaDialect dialect)
    {
        _file = file;
        _dialect = dialect;
        _additions = new CordovaAdditions(file, Ignore);
    }

    /// <summary>Reads a configuration; returns null when it has another outermost element.</summary>
    /// <param name="bytes">Content of the file.</param>
    /// <param name="file">Its path, for the places of problems.</param>
    /// <param name="dialect">Names of elements and attributes for the platform.</param>
    /// <param name="root">Name of the outermost element.</param>
    /// <exception cref="ProblemException">The configuration cannot be read.</exception>
    public static CordovaConfig? Read(byte[] bytes, string file, CordovaDialect dialect, out string root)
    {
        var encoding = ConfigEncoding.Of(bytes);
        var element = Load(ConfigText.Prepare(TextEncodings.Decode(bytes, encoding.Encoding)), file);
        root = Shorten(element.Name.LocalName);
        return root == "widget" ? new CordovaConfigReader(file, dialect).Read(element, encoding.IsGuess) : null;
    }

    private static XElement Load(string text, string file)
    {
        try
        {
            return SafeXml.Load(Encoding.UTF8.GetBytes(text), file, Encoding.UTF8, ConfigText.NamespaceOf).Root!;
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

    private CordovaConfig Read(XElement widget, bool isEncodingGuessed)
    {
        var platforms = Children(widget, "platform").Where(p => Text(p, "name")?.Value.ToLowerInvariant() == _dialect.Platform).ToList();
        IgnoreAttributes(widget);
        ReadScope(widget, ofPlatform: false);
        foreach (var scope in platforms)
            ReadScope(scope, ofPlatform: true);
        var scopes = platforms.AsEnumerable().Reverse().Append(widget).ToList();
        var names = scopes.SelectMany(s => Children(s, "name")).ToList();
        var name = names.Find(n => Language(n) is null) ?? names.FirstOrDefault();
        var content = scopes.SelectMany(s => Children(s, "content")).FirstOrDefault();
        List<Problem> ignored = [.. _ignored.Problems];
        return new CordovaConfig
        {
            File = _file,
            Id = Text(widget, _dialect.IdAttribute) ?? Text(widget, "id"),
            Version = Text(widget, "version"),
            VersionCode = Text(widget, _dialect.VersionCodeAttribute) ?? (_dialect.OtherVersionCodeAttribute is { } other ? Text(widget, other) : null),
            Name = name is null ? null : new Setting(Collapse(name.Value), Place(name)),
            LocalisedNames = names.Where(n => Language(n) is { } tag && LanguageTag.IsMatch(tag)).DistinctBy(Language, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(n => Language(n)!, n => Collapse(n.Value), StringComparer.Ordinal),
            ShortName = name is null ? null : Text(name, "short"),
            Content = content is null ? null : Text(content, "src"),
            Icons = _icons,
            Language = widget.Attribute(XNamespace.Xml + "lang") is { Value.Length: > 0 } language ? new Setting(language.Value.Trim(), Place(widget)) : Text(widget, "defaultlocale"),
            ManifestChanges = [.. _dialect.ChangesOf(_preferences), .. _additions.Manifest],
            InfoPlist = _additions.InfoPlist,
            Origins = _additions.Origins,
            Preferences = _preferences,
            Ignored = isEncodingGuessed ? [ConfigurationProblems.Encoding.At(_file, "The file is not UTF-8 and was read as windows-1252."), .. ignored] : ignored,
        };
    }

    private void ReadScope(XElement scope, bool ofPlatform)
    {
        foreach (var element in scope.Elements())
        {
            IgnoreAttributes(element);
            switch (element.Name.LocalName)
            {
                case "preference":
                    ReadPreference(element);
                    break;
                case "icon":
                    ReadIcon(element, ofPlatform);
                    break;
                case var other when !Silent.Contains(other) && !_dialect.Read(element, _additions):
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
        if (_dialect.Preferences.Contains(key))
            _preferences[key] = new Setting(Text(element, "value")?.Value ?? "", Place(element));
        else if (!_dialect.PreferencesOfOthers.Contains(key))
            Ignore("preference", element, name);
    }

    private void ReadIcon(XElement element, bool ofPlatform)
    {
        var platform = Text(element, "platform")?.Value.ToLowerInvariant();
        if (platform is not null && platform != _dialect.Platform)
            return;
        _icons.Add(new CordovaIcon(
            Text(element, "src")?.Value,
            Text(element, "foreground")?.Value,
            Text(element, "background")?.Value,
            Text(element, "monochrome")?.Value,
            Size(element),
            ofPlatform || platform == _dialect.Platform,
            Place(element)));
    }

    private int Size(XElement icon)
    {
        var text = (Text(icon, "width") ?? Text(icon, "height"))?.Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return size;
        // PhoneGap Build wrote whole qualifiers, such as en-xhdpi.
        var density = (Text(icon, "density") ?? Text(icon, "qualifier"))?.Value ?? "";
        return density[(density.LastIndexOf('-') + 1)..].ToLowerInvariant() switch
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

    private void Ignore(string what, XElement element, Setting? name) => _ignored.Add(what, Place(element), name is null ? null : Shorten(name.Value));

    private void IgnoreAttributes(XElement element)
    {
        foreach (var attribute in CordovaElements.UnknownAttributes(element))
            _ignored.Add($"attributes of <{Shorten(element.Name.LocalName)}>", Place(element), Shorten(attribute));
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) => CordovaElements.Children(parent, name);

    private static string? Language(XElement element) => element.Attribute(XNamespace.Xml + "lang")?.Value.Trim() is { Length: > 0 } language ? language : null;

    // The part of BCP 47 that the platforms support: de, pt-BR, zh-Hans. The language becomes the name of a folder.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag { get; }

    private Setting? Text(XElement element, string attribute) => CordovaElements.Text(_file, element, attribute);

    private string Place(XElement element) => CordovaElements.Place(_file, element);

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
