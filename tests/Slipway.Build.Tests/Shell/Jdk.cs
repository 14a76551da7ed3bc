using Slipway.Build.Shell;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Tests.Shell;

/// <summary>The JDK's tools as outsiders.</summary>
internal static class Jdk
{
    /// <summary>Compiles a source text against a class path, as the toolchain does.</summary>
    public static IReadOnlyList<JavaClass> Compile(string source, string classPath)
    {
        using var work = new TemporaryFolder();
        var file = Path.Combine(work.Path, "Sample.java");
        File.WriteAllText(file, source);
        var output = work.AddFolder("classes");
        JavaCompiler.Find().Compile([file], classPath, output, debug: false, CancellationToken.None);
        return [.. Directory.EnumerateFiles(output, "*.class", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => ClassFileReader.Read(File.ReadAllBytes(path), path))];
    }
}
