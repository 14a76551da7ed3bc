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
