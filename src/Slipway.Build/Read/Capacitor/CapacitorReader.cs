using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read.Capacitor;

/// <summary>
/// Reads capacitor.config.json (capacitorjs.com, "Configuration"). When the configuration is a program in
/// TypeScript or JavaScript, only its plain string values are read; no code of it runs.
/// </summary>
internal sealed class CapacitorReader
{
    private const string JsonFile = "capacitor.config.json";

    // Quasar keeps its Capacitor project there.
    private const string QuasarFolder = "src-capacitor";

    private const int Largest = 1 << 20;
    private const int Shown = 12;

    private static readonly string[] Programs = ["capacitor.config.ts", "capacitor.config.js", "capacitor.config.mjs", "capacitor.config.cjs"];

    // These settings are for the tools of a native project, which this build does not have.
    private static readonly HashSet<string> OfTools = new(StringComparer.Ordinal) { "$schema", "bundledWebRuntime", "npmClient", "linuxAndroidStudioPath", "windowsAndroidStudioPath", "android.path", "ios.path", "ios.scheme" };

    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<Problem> _ignored = [];
    private readonly string _file;

    private CapacitorReader(string file) => _file = file;

    /// <summary>Reads the configuration at the top of a tree, or in Quasar's folder; returns null when there is none.</summary>
    /// <exception cref="ProblemException">The configuration is not JSON.</exception>
    public static CapacitorConfig? Read(IAppTree tree, MobilePlatform platform)
    {
        if (Read(tree, "", platform) is { } config)
            return config;
        if (Read(tree, QuasarFolder, platform) is not { } inner)
            return null;
        // Quasar's build for the platform fills this folder; when it is missing, the app is what the usual build wrote.
        var folder = inner.WebFolder is { } named && PathText.Normalise(QuasarFolder + "/" + named.Value) is { } path ? named with { Value = path } : null;
        return inner with { WebFolder = folder is not null && tree.Find(SourceApp.Join(folder.Value, AppReader.StartFile)) is not null ? folder : null };
    }

    /// <summary>Returns the configuration file at the top of a tree without reading it; null when there is none.</summary>
    public static string? NameIn(IAppTree tree) => Array.Find([JsonFile, .. Programs], name => tree.Find(name) is not null);

    private static CapacitorConfig? Read(IAppTree tree, string folder, MobilePlatform platform)
    {
        if (tree.Find(SourceApp.Join(folder, JsonFile)) is { } json)
            return new CapacitorReader(json.Path).Read(json, platform);
        return Programs.Select(name => tree.Find(SourceApp.Join(folder, name))).FirstOrDefault(file => file is not null) is { } program ? CapacitorScriptReader.Read(program) : null;
    }

    private CapacitorConfig Read(AppFile file, MobilePlatform platform)
    {
        var bytes = file.ReadAll(Largest) ?? throw new ProblemException(ConfigurationProblems.JsonMalformed.At(_file, "The file is larger than 1 MB."));
        try
        {
            var content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 32 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new ProblemException(ConfigurationProblems.JsonMalformed.At(_file, "The configuration is not a JSON object."));
            Collect(document.RootElement, "");
            return Interpret(platform);
        }
        catch (JsonException e)
        {
            throw new ProblemException(ConfigurationProblems.JsonMalformed.At(e.LineNumber is { } line ? $"{_file}:{line + 1}" : _file, "The JSON cannot be read."), e);
        }
        catch (InvalidOperationException e)
        {
            throw new ProblemException(ConfigurationProblems.JsonMalformed.At(_file, "The JSON contains text that is not Unicode."), e);
        }
    }

    // The settings of a plugin count as one, except for those of the splash screen.
    private void Collect(JsonElement element, string prefix)
    {
        foreach (var member in element.EnumerateObject())
        {
            var name = prefix + member.Name;
            if (member.Value.ValueKind == JsonValueKind.Object && name is "server" or "android" or "ios" or "plugins" or "plugins.SplashScreen")
                Collect(member.Value, name + ".");
            else
                _values[name] = member.Value;
        }
    }

    private CapacitorConfig Interpret(MobilePlatform platform)
    {
        var own = platform == MobilePlatform.Ios ? "ios" : "android";
        // Capacitor writes the alpha of a colour last, as CSS does.
        var colour = Text($"{own}.backgroundColor") ?? Text("backgroundColor") ?? Text("plugins.SplashScreen.backgroundColor");
        var config = new CapacitorConfig(_file, _ignored)
        {
            Id = Text("appId"),
            Name = Text("appName"),
            WebFolder = Text("webDir"),
            BackgroundColor = colour,
            Hostname = Text("server.hostname"),
            Scheme = platform == MobilePlatform.Android && Text("server.androidScheme") is { Value: "http" or "https" } scheme ? scheme : null,
        };
        var others = _values.Keys.Where(IsIgnored).Order(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
            _ignored.Add(ConfigurationProblems.Ignored.At(_file, $"Settings were ignored: {string.Join(", ", others.Take(Shown).Select(Shorten))}{(others.Count > Shown ? $" and {others.Count - Shown} more" : "")}."));
        return config;

        bool IsIgnored(string name) => !_used.Contains(name) && !OfTools.Contains(name) && name is not ("ios.backgroundColor" or "android.backgroundColor" or "backgroundColor" or "plugins.SplashScreen.backgroundColor");
    }

    private Setting? Text(string name)
    {
        if (!_values.TryGetValue(name, out var value))
            return null;
        _used.Add(name);
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!.Trim() is { Length: > 0 } text ? new Setting(text, $"{_file} ({name})") : null;
        if (value.ValueKind != JsonValueKind.Null)
            _ignored.Add(ConfigurationProblems.Ignored.At($"{_file} ({name})", $"{name} is not a text and was ignored."));
        return null;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
