using Slipway.Protocol.Problems;

namespace Slipway.Worker.Pipe;

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
