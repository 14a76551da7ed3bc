using Slipway.Protocol.Problems;

namespace Slipway.Worker.Builds;

/// <summary>The outcome of an attempt. Its files exist until it is disposed.</summary>
public sealed class BuildOutcome : IDisposable
{
    private readonly Action _remove;

    internal BuildOutcome(BuildEnd end, IReadOnlyList<Problem> problems, Action remove)
    {
        End = end;
        Problems = problems;
        _remove = remove;
    }

    /// <summary>Runs when the files are no longer needed.</summary>
    internal Action? Then { private get; set; }

    /// <summary>How the attempt ended.</summary>
    public BuildEnd End { get; }

    /// <summary>The reasons why there is no package, or the warnings and notices of a package. Secrets are masked.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether another attempt may succeed.</summary>
    public bool MayRetry => End is BuildEnd.Crashed or BuildEnd.Unavailable;

    /// <summary>The last output of a build that crashed, for the operator of the worker: one line, secrets masked; empty if there is none.</summary>
    public string Details { get; internal init; } = "";

    /// <summary>The files of the package.</summary>
    public IReadOnlyList<BuiltFile> Files { get; internal init; } = [];

    /// <summary>Facts about the app; null if there is no package.</summary>
    public BuiltAppFacts? App { get; internal init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _remove();
        Then?.Invoke();
    }
}
