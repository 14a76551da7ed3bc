using System.Diagnostics;
using Slipway.Build.Shell;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Tests.Shell;

/// <summary>The JDK's tools as outsiders.</summary>
internal static class Jdk
{
    /// <summary>Runs a tool; its exit code and all that it said.</summary>
    public static (int ExitCode, string Output) Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    /// <summary>Compiles a source text against a class path, as the toolchain does.</summary>
    public static IReadOnlyList<JavaClass> Compile(string source, string classPath)
    {
        using var work = new TemporaryFolder();
        var file = Path.Combine(work.Path, "Sample.java");
        File.WriteAllText(file, source);
        var output = work.Subfolder("classes");
        JavaCompiler.Find().Compile([file], classPath, output, debug: false, CancellationToken.None);
        return [.. Directory.EnumerateFiles(output, "*.class", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => ClassFileReader.Read(File.ReadAllBytes(path), path))];
    }
}
