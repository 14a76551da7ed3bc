using System.Text;
using System.Text.Json;
using Slipway.Formats.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>
/// Reads a web app manifest (W3C Web Application Manifest). As in the specification, a member of a wrong type is
/// ignored; a file that is not JSON is an error.
/// </summary>
internal sealed class WebManifestReader
{
    private const int SizeLimit = 1 << 20;

    private static readonly string[] TellingMembers = ["name", "short_name", "start_url", "icons", "display"];

    private static readonly string[] DisplayModes = ["fullscreen", "standalone", "minimal-ui", "browser"];

    // Members that change the behaviour or look of an installed web app but that a build ignores.
    private static readonly string[] Unheeded =
        ["file_handlers", "handle_links", "launch_handler", "note_taking", "protocol_handlers", "serviceworker", "share_target", "shortcuts", "theme_color", "url_handlers", "widgets"];

    private readonly string _file;
    private readonly List<Problem> _ignored = [];

    private WebManifestReader(string file) => _file = file;

    /// <summary>Reads a manifest.</summary>
    /// <param name="file">The file.</param>
    /// <param name="linked">True when a page links to the file, so that it must be a manifest; otherwise the result is null for other JSON files of
    /// the same name.</param>
    public static WebManifest? Read(AppFile file, bool linked)
    {
        var bytes = file.ReadAll(SizeLimit);
        if (bytes is null)
            return linked ? throw new ProblemException(ConfigurationProblems.ManifestTooLarge.At(file.Path, "The file is larger than 1 MB.")) : null;
        var content = TextEncodings.OfMark(bytes) is { } encoding ? Encoding.UTF8.GetBytes(TextEncodings.Decode(bytes, encoding)) : bytes;
        if (!TextEncodings.IsUtf8(content, moreFollow: false))
            return linked ? throw new ProblemException(ConfigurationProblems.JsonMalformed.At(file.Path, "The manifest is not UTF-8, which JSON always is.")) : null;
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && (linked || TellingMembers.Any(m => root.TryGetProperty(m, out _))))
                return new WebManifestReader(file.Path).Read(root);
            return linked ? throw new ProblemException(ConfigurationProblems.JsonMalformed.At(file.Path, "The manifest is not a JSON object.")) : null;
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } number ? $":{number + 1}" : "";
            return linked ? throw new ProblemException(ConfigurationProblems.JsonMalformed.At(file.Path + line, "The JSON cannot be read."), e) : null;
        }
        catch (InvalidOperationException e)
        {
            throw new ProblemException(ConfigurationProblems.JsonMalformed.At(file.Path, "The JSON contains text that is not Unicode."), e);
        }
    }

    private WebManifest Read(JsonElement root)
    {
        var unheeded = Array.FindAll(Unheeded, member => root.TryGetProperty(member, out _));
        if (unheeded.Length > 0)
            _ignored.Add(ConfigurationProblems.Ignored.At(_file, $"Members were ignored: {string.Join(", ", unheeded)}."));
        return Interpret(root);
    }

    private WebManifest Interpret(JsonElement root) => new(_file, Icons(root), _ignored)
    {
        Name = OneLine(Text(root, "name")),
        ShortName = OneLine(Text(root, "short_name")),
        StartUrl = Text(root, "start_url"),
        Scope = Text(root, "scope"),
        Display = DisplayOverride(root) ?? Text(root, "display"),
        Orientation = Text(root, "orientation"),
        BackgroundColor = Text(root, "background_color"),
    };

    private static Setting? OneLine(Setting? text) =>
        text is null ? null : text with { Value = string.Join(' ', text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) };

    // The first known mode counts, and overrides display (W3C, "Manifest Incubations").
    private Setting? DisplayOverride(JsonElement root) =>
        root.TryGetProperty("display_override", out var list) && list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).FirstOrDefault(DisplayModes.Contains) is { } mode
            ? new Setting(mode, $"{_file} (display_override)")
            : null;

    private Setting? Text(JsonElement parent, string member)
    {
        if (!parent.TryGetProperty(member, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!.Trim() is { Length: > 0 } text ? new Setting(text, $"{_file} ({member})") : null;
        _ignored.Add(ConfigurationProblems.JsonType.At($"{_file} ({member})", $"{member} is not a text and was ignored."));
        return null;
    }

    private List<ManifestIcon> Icons(JsonElement root)
    {
        var icons = new List<ManifestIcon>();
        if (!root.TryGetProperty("icons", out var list) || list.ValueKind != JsonValueKind.Array)
            return icons;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Text(item, "src") is not { } source)
                continue;
            var purposes = (Text(item, "purpose")?.Value ?? "any").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            icons.Add(new ManifestIcon(source.Value, IconSizes.Largest(Text(item, "sizes")?.Value), purposes, $"{_file} (icons)"));
        }

        return icons;
    }
}
