using System.Globalization;
using System.Runtime.InteropServices;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Builds;

/// <summary>Options of the builds on this worker.</summary>
public sealed record BuildRunnerOptions
{
    /// <summary>Folder for workspaces, blobs and caches, all on one disk; used by this worker only.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>Folder for compiled shells.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Full path of <c>slipway.dll</c>, which runs as <c>slipway build-child</c>.</summary>
    public required string Program { get; init; }

    /// <summary>
    /// Full path of the native program, which runs as <c>slipway build-child</c> instead of <see cref="Program"/> as soon as the file
    /// exists; null for none. It must have the same sources.
    /// </summary>
    public string? NativeProgram { get; init; }

    /// <summary>Number of builds at once, and of children that wait for orders.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>Limits of a build.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>Whether builds run in a sandbox. False is only for trusted apps: whatever takes over a build then controls the machine.</summary>
    public bool IsSandboxed { get; init; } = true;

    /// <summary>Maximum size of stored blobs in bytes.</summary>
    public long ContentCapacity { get; init; } = 8L << 30;

    /// <summary>Program to start instead of Slipway.</summary>
    internal ChildProgram? Child { get; init; }

    /// <summary>Sandbox to use instead of the default.</summary>
    internal ISandbox? Sandbox { get; init; }
}

/// <summary>The program that runs in the child.</summary>
/// <param name="Path">Path inside the sandbox.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Mounts">Folders of the machine that it needs.</param>
internal sealed record ChildProgram(string Path, IReadOnlyList<string> Arguments, IReadOnlyList<SandboxMount> Mounts)
{
    /// <summary>Returns Slipway as the program: the native program if it exists, otherwise the one on the .NET runtime.</summary>
    public static ChildProgram Of(BuildRunnerOptions options, ISandbox sandbox) =>
        options.NativeProgram is { } native && File.Exists(native) ? OfNative(native, sandbox) : OfRuntime(options.Program, sandbox);

    private static ChildProgram OfNative(string program, ISandbox sandbox)
    {
        var application = new SandboxMount(System.IO.Path.GetDirectoryName(program)!, "/app");
        return new ChildProgram(System.IO.Path.Combine(sandbox.PathInside(application), System.IO.Path.GetFileName(program)), ["build-child"], [application]);
    }

    private static ChildProgram OfRuntime(string program, ISandbox sandbox)
    {
        var dotnet = new SandboxMount(DotnetRoot(), "/dotnet");
        var application = new SandboxMount(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(program))!, "/app");
        return new ChildProgram(
            System.IO.Path.Combine(sandbox.PathInside(dotnet), "dotnet"),
            ["exec", System.IO.Path.Combine(sandbox.PathInside(application), System.IO.Path.GetFileName(program)), "build-child"],
            [dotnet, application]);
    }

    /// <summary>Returns all its environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Variables(SandboxLimits limits) => new Dictionary<string, string>
    {
        ["HOME"] = "/",
        ["DOTNET_EnableDiagnostics"] = "0",
        // With W^X, the runtime writes code through a memory file, which the filter of system calls refuses.
        ["DOTNET_EnableWriteXorExecute"] = "0",
        ["DOTNET_GCHeapHardLimit"] = (limits.Memory / 4 * 3).ToString("x", CultureInfo.InvariantCulture),
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
    };

    // The runtime of this process; no other is certain to be installed.
    private static string DotnetRoot() =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
}
