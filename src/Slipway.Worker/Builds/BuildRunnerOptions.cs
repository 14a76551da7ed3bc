using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Builds;

/// <summary>How builds are run on this worker.</summary>
public sealed record BuildRunnerOptions
{
    /// <summary>Folder for workspaces, contents of apps and what is made of them, on one disk; nobody else uses it.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>Folder for compiled shells.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Full path of <c>slipway.dll</c>, which runs as <c>slipway build-child</c>.</summary>
    public required string Program { get; init; }

    /// <summary>Builds at once; as many processes wait for work.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>What a build may take.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>False only for apps that are all one's own: whatever takes over a build has the machine.</summary>
    public bool IsSandboxed { get; init; } = true;

    /// <summary>Bytes of apps' contents to keep.</summary>
    public long ContentCapacity { get; init; } = 8L << 30;

    /// <summary>Another program in the place of Slipway.</summary>
    internal ChildProgram? Child { get; init; }

    /// <summary>Another sandbox in the place of the usual one.</summary>
    internal ISandbox? Sandbox { get; init; }
}
