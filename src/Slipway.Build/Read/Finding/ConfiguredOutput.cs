using System.Text.Json;

namespace Slipway.Build.Read.Finding;

/// <summary>The folders of web files that the configurations of bundlers name, as far as they can be read without running anything.</summary>
internal static class ConfiguredOutput
{
    private const int Largest = 1 << 20;

    private static readonly string[] Endings = ["ts", "js", "mjs", "mts", "cjs", "cts"];

    // The name of the folder, and of the one that it counts from.
    private static readonly (string File, string Folder, string? Base)[] Programs =
    [
        ("vite.config", "outDir", "root"), ("astro.config", "outDir", null), ("vue.config", "outputDir", null), ("quasar.config", "distDir", null), ("next.config", "distDir", null),
    ];

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Folders, each with the file that names it.</summary>
    public static IEnumerable<(Setting Folder, string File)> Of(IAppTree tree) =>
        Named(tree).Where(named => named.Folder.Value.Length > 0).DistinctBy(named => named.Folder.Value);

    private static IEnumerable<(Setting Folder, string File)> Named(IAppTree tree)
    {
        foreach (var (name, folder, start) in Programs)
        {
            foreach (var file in Endings.Select(ending => tree.Find($"{name}.{ending}")).OfType<AppFile>().Take(1))
            {
                var program = ProgramText.Read(file);
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
            // It belongs to other tools, which say what is wrong with it.
            return [];
        }
    }

    // Version 2 and version 1; it counts from the folder of the file.
    private static IEnumerable<string> OfTauri(JsonElement root)
    {
        foreach (var name in new[] { "frontendDist", "distDir" })
        {
            if (JsonText.Member(root, "build") is { } build && JsonText.Member(build, name) is { ValueKind: JsonValueKind.String } folder)
                yield return "src-tauri/" + folder.GetString();
        }
    }

    private static string? Join(string? start, string folder) => PathText.Normalise(start is null or "" ? folder : start + "/" + folder);
}
