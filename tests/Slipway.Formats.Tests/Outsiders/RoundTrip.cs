#pragma warning disable RS0030 // jars that the test or the distribution made
using System.IO.Compression;
using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>
/// Class files to DEX by our compiler and back to class files by enjarify, so that a JVM can run what we made. dexdump, which is
/// ART's own checker of the structure, looks at every DEX on the way.
/// </summary>
internal static class RoundTrip
{
    /// <summary>All classes of a folder or a jar, in order of name.</summary>
    public static IReadOnlyList<JavaClass> ReadClasses(string folderOrJar)
    {
        if (!Directory.Exists(folderOrJar))
            return ReadJar(folderOrJar);
        var files = Directory.GetFiles(folderOrJar, "*.class", SearchOption.AllDirectories);
        return [.. files.Order(StringComparer.Ordinal).Select(f => ClassFileReader.Read(File.ReadAllBytes(f), Path.GetRelativePath(folderOrJar, f)))];
    }

    /// <summary>Compiles, and fails the test on any diagnostic.</summary>
    public static IReadOnlyList<byte[]> Compile(IReadOnlyList<JavaClass> classes, DexOptions options)
    {
        var output = DexCompiler.Compile(classes, options);
        Assert.True(output.Succeeded, string.Join('\n', output.Diagnostics));
        Assert.NotEmpty(output.DexFiles);
        return output.DexFiles;
    }

    /// <summary>Compiles a folder or jar and puts what enjarify makes of it into a new jar.</summary>
    public static void ToJar(string folderOrJar, string jar, DexOptions options) =>
        DexToJar(Compile(ReadClasses(folderOrJar), options), jar);

    /// <summary>Checks DEX files with dexdump and translates them to a jar with enjarify.</summary>
    public static void DexToJar(IReadOnlyList<byte[]> dexFiles, string jar)
    {
        using var target = ZipFile.Open(jar, ZipArchiveMode.Create);
        foreach (var dex in dexFiles)
        {
            var dexFile = $"{jar}.dex";
            var part = $"{jar}.part.jar";
            File.WriteAllBytes(dexFile, dex);
            AssertAcceptedByDexdump(dexFile);
            ExternalTool.Read("/usr/bin/python3", ["-O", Repository.PathOf("tests/corpus/jars/enjarify_mended.py"), "-f", "-o", part, dexFile]);
            using var source = ZipFile.OpenRead(part);
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                from.CopyTo(to);
            }
        }
    }

    public static void AssertAcceptedByDexdump(string dexFile)
    {
        var result = ExternalTool.Run("dexdump", ["-f", dexFile]);
        Assert.True(result.ExitCode == 0 && !result.Errors.Contains("Failure", StringComparison.Ordinal), result.Errors);
    }

    /// <summary>Runs a main class under the JVM's own verifier and returns what it printed, errors included.</summary>
    public static string RunJava(string classPath, string mainClass, params IEnumerable<string> arguments)
    {
        var result = ExternalTool.Run("java", ["-Xverify:all", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath, mainClass, .. arguments]);
        return result.Output + result.Errors;
    }

    /// <summary>Compiles Java sources into a folder.</summary>
    public static void Javac(string target, IEnumerable<string> sources, params IEnumerable<string> options) =>
        ExternalTool.Read("javac", ["-nowarn", "-encoding", "UTF-8", .. options, "-d", target, .. sources]);

    private static List<JavaClass> ReadJar(string jar)
    {
        using var archive = ZipFile.OpenRead(jar);
        var classes = new List<JavaClass>();
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".class", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            classes.Add(ClassFileReader.Read(memory.ToArray(), entry.FullName));
        }
        return classes;
    }
}
