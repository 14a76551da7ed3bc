using Slipway.Protocol.Builds;
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

/// <summary>Facts about the app that a build determined.</summary>
/// <param name="Id">Application id.</param>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionName">Version that people see.</param>
/// <param name="Version">Version that devices compare, as text.</param>
/// <param name="Type">What the package is for.</param>
/// <param name="NativeInputs">Files of the app that determine its native part.</param>
/// <param name="Timings">Duration of each stage in milliseconds.</param>
public sealed record BuiltAppFacts(
    string Id, string Name, string VersionName, string Version, MobileBuildType Type, IReadOnlyList<string> NativeInputs, IReadOnlyDictionary<string, double> Timings);

/// <summary>A file that a build made, as checked by the worker.</summary>
/// <param name="Format">apk, ipa or zip.</param>
/// <param name="Path">Path of the file, which exists until the outcome is disposed.</param>
/// <param name="Name">File name for people.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
public sealed record BuiltFile(string Format, string Path, string Name, long Size, string Sha256);
