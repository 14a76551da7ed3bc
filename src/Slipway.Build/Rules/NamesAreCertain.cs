using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>Warns of archives that do not declare the charset of file names, so that the names may be misread.</summary>
internal sealed class NamesAreCertain : IRule
{
    private const int Shown = 5;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        var assumed = app.Source.WebFiles.Where(file => file.IsNameAssumed).Select(file => file.Path).ToList();
        if (assumed.Count == 0)
            yield break;
        var names = string.Join(", ", assumed.Take(Shown));
        var more = assumed.Count > Shown ? $" and {assumed.Count - Shown} more" : "";
        yield return ArchiveProblems.CharsetAssumed.At(assumed[0], $"Read in code page 437: {names}{more}.");
    }
}
