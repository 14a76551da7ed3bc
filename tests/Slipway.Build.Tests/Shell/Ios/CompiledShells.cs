using System.Diagnostics;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;

namespace Slipway.Build.Tests.Shell.Ios;

/// <summary>The shells as the toolchain makes them, once per process, and the programs of others that look at them.</summary>
internal static class CompiledShells
{
    private static readonly TemporaryFolder Folder = MakeFolder();

    private static readonly Lazy<string> Device = new(() => Compile(IosShellVariant.Device));

    private static readonly Lazy<string> Simulator = new(() => Compile(IosShellVariant.Simulator));

    /// <summary>Path of the executable.</summary>
    public static string PathOf(IosShellVariant variant) => variant == IosShellVariant.Device ? Device.Value : Simulator.Value;

    /// <summary>Path of a changed copy of the shell for devices.</summary>
    public static string Changed(string name, Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(Device.Value);
        change(bytes);
        var path = Path.Combine(Folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>What LLVM's reader prints of a file.</summary>
    public static string Dump(string path, params string[] options)
    {
        var (exitCode, output) = Run("llvm-objdump", ["--macho", .. options, path]);
        Assert.Equal(0, exitCode);
        return output;
    }

    /// <summary>Runs a program to its end.</summary>
    public static (int ExitCode, string Output) Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    private static TemporaryFolder MakeFolder()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }

    private static string Compile(IosShellVariant variant)
    {
        var shell = new IosShellToolchain(Folder.Path).GetOrCompile(new IosShellRequest(variant));
        var path = Path.Combine(Folder.Path, variant.ToString());
        File.WriteAllBytes(path, shell.Executable.ToArray());
        return path;
    }
}
