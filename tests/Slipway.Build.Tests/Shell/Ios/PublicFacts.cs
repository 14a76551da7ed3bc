namespace Slipway.Build.Tests.Shell.Ios;

/// <summary>The lists beside the shell: what it names of the system, and where each fact is written.</summary>
internal static class PublicFacts
{
    /// <summary>The lines of <c>api.txt</c>, split into their fields.</summary>
    public static IReadOnlyList<string[]> Api { get; } = Read("api.txt");

    /// <summary>The lines of <c>binds.txt</c>, split into their fields.</summary>
    public static IReadOnlyList<string[]> Binds { get; } = Read("binds.txt");

    private static List<string[]> Read(string name) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "shells", "ios", name)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' '))];
}
