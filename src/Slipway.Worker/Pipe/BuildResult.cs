using Slipway.Protocol.Builds;

namespace Slipway.Worker.Pipe;

/// <summary>What a locked-up build says that it made.</summary>
internal sealed record BuildResult
{
    /// <summary>Application id.</summary>
    public required string Id { get; init; }

    /// <summary>Name under the icon.</summary>
    public required string Name { get; init; }

    /// <summary>Version that people see.</summary>
    public required string VersionName { get; init; }

    /// <summary>Version that devices compare.</summary>
    public required string Version { get; init; }

    /// <summary>What the package is for.</summary>
    public required MobileBuildType Type { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<PipedArtifact> Artifacts { get; init; }

    /// <summary>Files of the app that shaped its native part.</summary>
    public required IReadOnlyList<string> NativeInputs { get; init; }

    /// <summary>Warnings and notices.</summary>
    public required IReadOnlyList<PipedProblem> Notices { get; init; }

    /// <summary>Milliseconds of each stage.</summary>
    public required IReadOnlyDictionary<string, double> Timings { get; init; }
}
