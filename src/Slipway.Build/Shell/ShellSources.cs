using System.Reflection;

namespace Slipway.Build.Shell;

/// <summary>The shell's Java sources and the signatures that it is compiled against, as they are embedded in this assembly.</summary>
internal static class ShellSources
{
    private const string Root = "shell/";

    public static IReadOnlyList<ShellSource> Java { get; } = Load("src/", ".java");

    public static IReadOnlyList<ShellSource> Api { get; } = Load("api/", ".txt");

    private static ShellSource[] Load(string folder, string extension)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root + folder, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new ShellSource(name[Root.Length..], Read(assembly, name)))];
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
