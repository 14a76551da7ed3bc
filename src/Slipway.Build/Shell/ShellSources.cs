using System.Reflection;

namespace Slipway.Build.Shell;

/// <summary>The sources of the shells, which are embedded in this assembly.</summary>
internal static class ShellSources
{
    private const string AndroidRoot = "shell/";
    private const string IosRoot = "ios-shell/";

    /// <summary>The Java sources of the Android shell.</summary>
    public static IReadOnlyList<ShellSource> Java => LazyJava.Value;

    /// <summary>The API signatures that they are compiled against.</summary>
    public static IReadOnlyList<ShellSource> Api => LazyApi.Value;

    /// <summary>The iOS shell's sources, declarations and stubs.</summary>
    public static IReadOnlyList<ShellSource> Ios => LazyIos.Value;

    // Read lazily, so that a build for one platform does not read the sources of the other.
    private static readonly Lazy<ShellSource[]> LazyJava = new(() => Load(AndroidRoot, "src/", ".java"));
    private static readonly Lazy<ShellSource[]> LazyApi = new(() => Load(AndroidRoot, "api/", ".txt"));
    private static readonly Lazy<ShellSource[]> LazyIos = new(() => Load(IosRoot, "", ""));

    private static ShellSource[] Load(string root, string folder, string extension)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(root + folder, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new ShellSource(name[root.Length..], Read(assembly, name)))];
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}

/// <summary>One file that a shell is made from.</summary>
/// <param name="Name">Path below the shell's folder: <c>src/dev/slipway/shell/MainActivity.java</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ShellSource(string Name, byte[] Content);
