using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

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

/// <summary>A file that was made.</summary>
/// <param name="Format">apk, ipa or zip.</param>
/// <param name="FileName">Its name in the folder of results.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
internal sealed record PipedArtifact(string Format, string FileName, long Size, string Sha256);

/// <summary>A problem on the pipe.</summary>
/// <param name="Code">The code of the catalogue; everything that follows from it is not sent.</param>
/// <param name="Where">File, entry, option or element.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record PipedProblem(string Code, string Where, string Message, string Remedy)
{
    private static readonly Dictionary<string, ProblemKind> Kinds = ProblemCatalogue.All.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    public static PipedProblem Of(Problem problem) => new(problem.Code, problem.Where, problem.Message, problem.Remedy);

    public static IReadOnlyList<PipedProblem> Of(IEnumerable<Problem> problems) => [.. problems.Select(Of)];

    /// <summary>The problem; null when the catalogue has no such code.</summary>
    public Problem? Open() => Kinds.TryGetValue(Code, out var kind) ? kind.At(Where, Message, Remedy) : null;
}
