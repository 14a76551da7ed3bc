using System.Text.Json;

namespace Slipway.Build.Read.Finding;

/// <summary>Reads the output folders from the configurations of bundlers, as far as that is possible without running code.</summary>
internal static class ConfiguredOutput
{
    private const int Largest = 1 << 20;

    private static readonly string[] Endings = ["ts", "js", "mjs", "mts", "cjs", "cts"];

    // The file, the setting with the folder, and the setting with the folder that it is relative to.
    private static readonly (string File, string Folder, string? Base)[] Programs =
    [
        ("vite.config", "outDir", "root"), ("astro.config", "outDir", null), ("vue.config", "outputDir", null), ("quasar.config", "distDir", null), ("next.config", "distDir", null),
    ];

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Returns folders, each with the file that names it.</summary>
    public static IEnumerable<(Setting Folder, string File)> Of(IAppTree tree) =>
        Named(tree).Where(named => named.Folder.Value.Length > 0).DistinctBy(named => named.Folder.Value);

    private static IEnumerable<(Setting Folder, string File)> Named(IAppTree tree)
    {
        foreach (var (name, folder, start) in Programs)
        {
            foreach (var file in Endings.Select(ending => tree.Find($"{name}.{ending}")).OfType<AppFile>().Take(1))
            {
                var program = ConfigurationScript.Read(file);
                if (program.Value(folder) is { } named && Join(start is null ? null : program.Value(start)?.Value, named.Value) is { } path)
                    yield return (named with { Value = path }, file.Path);
            }
        }

        foreach (var (file, folder) in OfJson(tree, "angular.json", AngularOutput.Of).Concat(OfJson(tree, "src-tauri/tauri.conf.json", OfTauri)))
            yield return (new Setting(folder, file), file);
    }

    private static IEnumerable<(string File, string Folder)> OfJson(IAppTree tree, string name, Func<JsonElement, IEnumerable<string>> read)
    {
        if (tree.Find(name) is not { } file || file.ReadAll(Largest) is not { } bytes)
            return [];
        try
        {
            using var document = JsonDocument.Parse(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes, Lenient);
            return [.. read(document.RootElement).Select(PathText.Normalise).OfType<string>().Select(folder => (name, folder))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The file belongs to another tool, which reports what is wrong with it.
            return [];
        }
    }

    // The settings of version 2 and version 1; the path is relative to the folder of the file.
    private static IEnumerable<string> OfTauri(JsonElement root)
    {
        foreach (var name in new[] { "frontendDist", "distDir" })
        {
            if (LenientJson.Member(root, "build") is { } build && LenientJson.Member(build, name) is { ValueKind: JsonValueKind.String } folder)
                yield return "src-tauri/" + folder.GetString();
        }
    }

    private static string? Join(string? start, string folder) => PathText.Normalise(start is null or "" ? folder : start + "/" + folder);
}

/// <summary>
/// Reads the output folders from an angular.json (angular.dev, "Angular workspace configuration"). Newer builders write into a subfolder
/// <c>browser</c>.
/// </summary>
internal static class AngularOutput
{
    private const string Browser = "browser";

    /// <summary>Returns the folders, the likelier ones first.</summary>
    public static IEnumerable<string> Of(JsonElement root)
    {
        if (LenientJson.Member(root, "projects") is not { ValueKind: JsonValueKind.Object } projects)
            yield break;
        foreach (var project in projects.EnumerateObject())
        {
            foreach (var folder in new[] { "architect", "targets" }.SelectMany(name => OfProject(project.Value, name)))
                yield return folder;
        }
    }

    private static IEnumerable<string> OfProject(JsonElement project, string targets)
    {
        if (LenientJson.Member(project, targets) is not { } list || LenientJson.Member(list, "build") is not { } build
            || LenientJson.Member(build, "options") is not { } options || LenientJson.Member(options, "outputPath") is not { } output)
        {
            yield break;
        }

        if (output.ValueKind == JsonValueKind.String)
        {
            yield return output.GetString() + "/" + Browser;
            yield return output.GetString()!;
        }
        else if (LenientJson.Member(output, "base") is { ValueKind: JsonValueKind.String } start)
        {
            yield return start.GetString() + "/" + (LenientJson.Member(output, Browser) is { ValueKind: JsonValueKind.String } folder ? folder.GetString() : Browser);
        }
    }
}

/// <summary>Access to JSON of any form.</summary>
internal static class LenientJson
{
    /// <summary>Returns a member of an object; null when it is missing, or when the value is not an object.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
