using System.Globalization;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Builds;

/// <summary>The program that does builds locked up.</summary>
/// <param name="Path">What it is called inside.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Mounts">What it needs of the machine.</param>
internal sealed record ChildProgram(string Path, IReadOnlyList<string> Arguments, IReadOnlyList<SandboxMount> Mounts)
{
    /// <summary>Slipway itself.</summary>
    /// <param name="program">Full path of <c>slipway.dll</c>.</param>
    /// <param name="sandbox">Where it runs.</param>
    public static ChildProgram Of(string program, ISandbox sandbox)
    {
        var dotnet = new SandboxMount(DotnetRoot(), "/dotnet");
        var application = new SandboxMount(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(program))!, "/app");
        return new ChildProgram(
            System.IO.Path.Combine(sandbox.PathInside(dotnet), "dotnet"),
            ["exec", System.IO.Path.Combine(sandbox.PathInside(application), System.IO.Path.GetFileName(program)), "build-child"],
            [dotnet, application]);
    }

    /// <summary>Its whole environment.</summary>
    public static IReadOnlyDictionary<string, string> Variables(SandboxLimits limits) => new Dictionary<string, string>
    {
        ["HOME"] = "/",
        ["DOTNET_EnableDiagnostics"] = "0",
        // Code would be written by way of memory that looks like a file, which the filter of system calls refuses.
        ["DOTNET_EnableWriteXorExecute"] = "0",
        ["DOTNET_GCHeapHardLimit"] = (limits.Memory / 4 * 3).ToString("x", CultureInfo.InvariantCulture),
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
    };

    // The runtime that this process runs on; nothing else is certain to be there.
    private static string DotnetRoot() =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
}
