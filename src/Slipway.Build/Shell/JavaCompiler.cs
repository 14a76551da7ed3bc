using System.Diagnostics;
using Slipway.Protocol.Text;

namespace Slipway.Build.Shell;

/// <summary>The Java compiler of this machine.</summary>
internal sealed class JavaCompiler
{
    private static readonly string[] Options =
    [
        // Options for one short run: a small heap, no optimising JIT compiler, messages in English.
        "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-J-Duser.language=en",
        "--release", "8", "-encoding", "UTF-8", "-proc:none", "-implicit:none", "-Xlint:-options",
        "-XDstringConcat=inline",
    ];

    private readonly string _executable;

    private JavaCompiler(string executable) => _executable = executable;

    /// <summary>Name and version, from the JDK's <c>release</c> file, so that the compiler need not start.</summary>
    public string Version => $"javac {ReadVersion() ?? "of unknown version"}";

    /// <exception cref="JdkNotFoundException">There is no Java compiler.</exception>
    public static JavaCompiler Find() => Find(GivenText.Variable("JAVA_HOME"), Environment.GetEnvironmentVariable("PATH"));

    internal static JavaCompiler Find(string? javaHome, string? path)
    {
        var name = OperatingSystem.IsWindows() ? "javac.exe" : "javac";
        var folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).AsEnumerable();
        if (!string.IsNullOrEmpty(javaHome))
            folders = folders.Prepend(Path.Combine(javaHome, "bin"));

        var executable = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return executable is null ? throw new JdkNotFoundException() : new JavaCompiler(executable);
    }

    /// <summary>Compiles Java 8 sources.</summary>
    /// <param name="sources">Paths of the sources.</param>
    /// <param name="classPath">A folder or jar.</param>
    /// <param name="output">Folder for the class files.</param>
    /// <param name="debug">Whether names of local variables are kept.</param>
    /// <param name="cancellation">Cancels the operation and ends the compiler.</param>
    /// <exception cref="ShellCompilationException">A source has an error.</exception>
    public void Compile(IEnumerable<string> sources, string classPath, string output, bool debug, CancellationToken cancellation)
    {
        var arguments = Path.Combine(output, "sources");
        File.WriteAllLines(arguments, sources.Select(s => $"\"{s.Replace("\\", "\\\\", StringComparison.Ordinal)}\""));
        var start = new ProcessStartInfo(_executable, [.. Options, debug ? "-g:source,lines,vars" : "-g:source,lines", "-cp", classPath, "-d", output, "@" + arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // The user's settings for their own Java programs must not change the shell.
        start.Environment.Remove("JAVA_TOOL_OPTIONS");
        start.Environment.Remove("JDK_JAVA_OPTIONS");
        start.Environment.Remove("JDK_JAVAC_OPTIONS");
        start.Environment.Remove("CLASSPATH");
        var (exitCode, messages) = Run(start, cancellation);
        File.Delete(arguments);
        if (exitCode != 0)
            throw new ShellCompilationException("javac", messages);
    }

    private static (int ExitCode, string Messages) Run(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var process = Process.Start(start) ?? throw new ShellCompilationException("javac", "it did not start");
        using var registration = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var standardOutput = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return (process.ExitCode, (standardOutput.GetAwaiter().GetResult() + errors).Trim());
    }

    private string? ReadVersion()
    {
        try
        {
            var real = File.ResolveLinkTarget(_executable, returnFinalTarget: true)?.FullName ?? _executable;
            var release = Path.Combine(Path.GetDirectoryName(real)!, "..", "release");
            return File.ReadLines(release).Where(line => line.StartsWith("JAVA_VERSION=", StringComparison.Ordinal))
                .Select(line => line["JAVA_VERSION=".Length..].Trim('"')).FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
