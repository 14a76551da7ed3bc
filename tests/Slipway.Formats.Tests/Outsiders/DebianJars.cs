#pragma warning disable RS0030 // jars of the distribution, not of a stranger: what is tested comes after unpacking
using System.Collections.Concurrent;
using System.IO.Compression;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>Class files in the jars of Debian packages: real output of several compilers and versions.</summary>
internal static class DebianJars
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<KeyValuePair<string, byte[]>>> Known = new(StringComparer.Ordinal);

    /// <summary>Name and content of each class file of a jar in /usr/share/java, for example <c>gson</c>.</summary>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Classes(string jar) => Known.GetOrAdd(jar, ReadAll);

    private static List<KeyValuePair<string, byte[]>> ReadAll(string jar)
    {
        using var archive = ZipFile.OpenRead($"/usr/share/java/{jar}.jar");
        var classes = new List<KeyValuePair<string, byte[]>>();
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".class", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            classes.Add(new(entry.FullName, memory.ToArray()));
        }

        return classes;
    }
}
