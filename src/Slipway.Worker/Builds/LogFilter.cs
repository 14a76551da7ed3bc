using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;
using Slipway.Worker.Redaction;

namespace Slipway.Worker.Builds;

/// <summary>Everything that a build says goes through here: secrets are masked, and each text is one harmless line.</summary>
/// <param name="redactor">Knows the secrets of the build.</param>
/// <param name="folders">What the folder of the app's files is called, inside and outside; where that is, is nobody's business.</param>
internal sealed class LogFilter(Redactor redactor, params IReadOnlyList<string> folders)
{
    /// <summary>A text as one line.</summary>
    public string Line(string text) =>
        SafeLine.Of(redactor.Redact(folders.Aggregate(text, (rest, folder) => rest.Replace(folder + "/", "", StringComparison.Ordinal))));

    /// <summary>A problem with clean texts.</summary>
    public Problem Clean(Problem problem) =>
        problem with { Where = Line(problem.Where), Message = Line(problem.Message), Remedy = Line(problem.Remedy) };

    /// <summary>Problems with clean texts, up to a bound.</summary>
    public IReadOnlyList<Problem> Clean(IEnumerable<Problem> problems)
    {
        const int most = 200;
        return [.. problems.Take(most).Select(Clean)];
    }
}
