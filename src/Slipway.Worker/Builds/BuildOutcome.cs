using Slipway.Protocol.Problems;

namespace Slipway.Worker.Builds;

/// <summary>What became of a build. Its files are there until it is disposed.</summary>
public sealed class BuildOutcome : IDisposable
{
    private readonly Action _remove;

    internal BuildOutcome(BuildEnd end, IReadOnlyList<Problem> problems, Action remove)
    {
        End = end;
        Problems = problems;
        _remove = remove;
    }

    /// <summary>What is done once nobody needs the files any more.</summary>
    internal Action? Then { private get; set; }

    /// <summary>How it ended.</summary>
    public BuildEnd End { get; }

    /// <summary>Why there is no package; notices and warnings when there is one. Masked and cleaned.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>May another attempt succeed?</summary>
    public bool MayRetry => End is BuildEnd.Crashed or BuildEnd.Unavailable;

    /// <summary>The last words of a build that broke off, for whoever runs the worker; masked, one line; empty when there are none.</summary>
    public string Details { get; internal init; } = "";

    /// <summary>The package.</summary>
    public IReadOnlyList<BuiltFile> Files { get; internal init; } = [];

    /// <summary>What is known of the app now; null when there is no package.</summary>
    public BuiltApp? App { get; internal init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _remove();
        Then?.Invoke();
    }
}
