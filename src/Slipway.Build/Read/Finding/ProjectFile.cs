using System.Text.Json;
using System.Text.RegularExpressions;

namespace Slipway.Build.Read.Finding;

/// <summary>Finds out from a package.json and the files beside it how a project is built. A file that cannot be read is ignored.</summary>
internal sealed partial class ProjectFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "package.json";

    private const int Largest = 1 << 20;

    private static readonly string[] Scripts = ["generate", "build", "build:prod", "build:production", "build:web", "prod", "production", "export", "dist", "bundle"];

    private static readonly (string File, string Manager)[] Locks =
    [
        ("pnpm-lock.yaml", "pnpm"), ("yarn.lock", "yarn"), ("bun.lock", "bun"), ("bun.lockb", "bun"), ("package-lock.json", "npm"), ("npm-shrinkwrap.json", "npm"),
    ];

    private static readonly (string Package, string Command)[] Programs =
    [
        ("react-scripts", "npx react-scripts build"), ("@vue/cli-service", "npx vue-cli-service build"), ("@angular/cli", "npx ng build"), ("vite", "npx vite build"), ("parcel", "npx parcel build"), ("webpack", "npx webpack"),
    ];

    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);

    private ProjectFile(bool exists) => Exists = exists;

    /// <summary>Whether there is a package.json.</summary>
    public bool Exists { get; }

    /// <summary>The command that builds the web app; null when it is unknown.</summary>
    public string? BuildCommand { get; private set; }

    /// <summary>The remedy when the web app was not built; null when it is unknown.</summary>
    public string? Remedy => BuildCommand is null
        ? null
        : $"Run {BuildCommand}, then this command again: usual output folders such as dist, build, www and out are found. If it writes elsewhere, give that folder.";

    /// <summary>Reads the file at the top of a tree.</summary>
    public static ProjectFile Read(IAppTree tree)
    {
        if (tree.Find(Name) is not { } file)
            return new ProjectFile(exists: false);
        var project = new ProjectFile(exists: true);
        try
        {
            using var document = JsonDocument.Parse(file.ReadAll(Largest) is { } bytes ? WithoutMark(bytes) : "{}"u8.ToArray(), new JsonDocumentOptions { MaxDepth = 32 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                project.Take(document.RootElement, tree);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The file belongs to other tools, which report what is wrong with it.
        }

        return project;
    }

    /// <summary>Returns whether the project depends on a package.</summary>
    public bool Uses(string package) => _packages.Contains(package);

    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) => bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;

    private void Take(JsonElement root, IAppTree tree)
    {
        foreach (var list in new[] { "dependencies", "devDependencies" })
            _packages.UnionWith(Members(root, list).Select(member => member.Name));
        var scripts = Members(root, "scripts").Select(member => member.Name).Where(name => ScriptName.IsMatch(name)).ToList();
        // "nuxt build" makes a server and "nuxt generate" a folder of pages; in other projects a script called "generate" does something else.
        var script = Array.Find(Scripts, name => scripts.Contains(name) && (name != "generate" || Uses("nuxt") || Uses("nuxt3")))
            ?? scripts.Find(name => name.StartsWith("build", StringComparison.Ordinal));
        BuildCommand = script is not null ? $"{Manager(root, tree)} run {script}" : Array.Find(Programs, program => Uses(program.Package)).Command;
    }

    private static string Manager(JsonElement root, IAppTree tree)
    {
        if (root.TryGetProperty("packageManager", out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString()!.Split('@')[0] is "npm" or "yarn" or "pnpm" or "bun")
        {
            return value.GetString()!.Split('@')[0];
        }

        return Array.Find(Locks, entry => tree.Find(entry.File) is not null).Manager ?? "npm";
    }

    private static IEnumerable<JsonProperty> Members(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Object ? list.EnumerateObject() : [];

    // The name is printed as part of a command, so it must be safe to run.
    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9:._-]{0,39}$", RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptName { get; }
}
