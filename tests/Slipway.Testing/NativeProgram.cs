using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Slipway.Testing;

/// <summary>The native program. <c>./test</c> compiles it once for all projects; a project that runs alone compiles it when a test needs it.</summary>
public static class NativeProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    private static readonly Lazy<string> Compiled = new(Compile);

    /// <summary>The path that <c>./test</c> gives; null if it gives none.</summary>
    public static string? Given { get; } = Environment.GetEnvironmentVariable("SLIPWAY_TEST_NATIVE") is { Length: > 0 } path ? path : null;

    /// <summary>Full path of the program.</summary>
    public static string Path => Given ?? Compiled.Value;

    private static string Compile()
    {
        var folder = System.IO.Path.Combine(Repository.Root, "artifacts", "native");
        var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var publish = new ProcessStartInfo("dotnet", ["publish", Repository.PathOf("src/Slipway.Native"), "-c", "Release", "-r", $"linux-{architecture}", "-o", folder, "-v", "q", "--nologo"]);
        ExternalTool.Run(publish, limit: Limit).Well();
        return System.IO.Path.Combine(folder, "slipway");
    }
}
