using Slipway.Build.Shell.Ios;

namespace Slipway.Build.Tests.Shell.Ios;

/// <summary>The shells as the toolchain makes them, once per process, and the programs of others that look at them.</summary>
internal static class CompiledShells
{
    private static readonly TemporaryFolder Folder = new();

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
    public static string Dump(string path, params string[] options) => ExternalTool.RunWell("llvm-objdump", ["--macho", .. options, path]);

    private static string Compile(IosShellVariant variant)
    {
        var shell = new IosShellToolchain(Folder.Path).GetOrCompile(new IosShellRequest(variant));
        var path = Path.Combine(Folder.Path, variant.ToString());
        File.WriteAllBytes(path, shell.Executable.ToArray());
        return path;
    }
}
