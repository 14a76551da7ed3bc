#pragma warning disable RS0030 // a file of the distribution, not of a stranger
using System.Collections.Concurrent;
using System.IO.Compression;
using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>Classes of the JDK's java.base: a library that is complete.</summary>
internal static class JdkClasses
{
    private static readonly ConcurrentDictionary<string, JavaClass?> Read = new(StringComparer.Ordinal);

    private static readonly Lazy<ZipArchive> Module = new(() =>
    {
        var path = Directory.EnumerateDirectories("/usr/lib/jvm", "java-17-*").Select(folder => Path.Combine(folder, "jmods/java.base.jmod")).First(File.Exists);
        // A jmod file is a zip behind four bytes of magic.
        return new ZipArchive(new MemoryStream(File.ReadAllBytes(path)[4..]));
    });

    /// <summary>A class by its internal name; null when java.base has none of that name.</summary>
    public static JavaClass? Find(string name) => Read.GetOrAdd(name, static key =>
    {
        lock (Module)
        {
            if (Module.Value.GetEntry($"classes/{key}.class") is not { } entry)
                return null;

            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            return ClassFileReader.Read(bytes, key);
        }
    });
}
