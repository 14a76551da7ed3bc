using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>The app contains the scripts and style sheets that its start page loads from it. When they are missing, usually because the web build assumes
/// a subfolder of a server, the app stays white.</summary>
internal sealed class StartPageIsComplete : IRule
{
    private const int Shown = 3;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        var path = app.StartsAtRoute ? AppReader.StartFile : AppAddress.Resolve(AppReader.StartFile, app.Start.Value)?.Path;
        if (path is null || app.Source.FindWebFile(path) is not { } page)
            yield break;
        var missing = PageParts.Missing(IndexPage.Tags(page), path, file => app.Source.FindWebFile(file) is not null).DistinctBy(part => part.Address).ToList();
        if (missing.Count > 0)
        {
            var list = string.Join(", ", missing.Take(Shown).Select(part => Shorten(part.Address)));
            yield return AppProblems.PartMissing.At($"{path}:{missing[0].Line}", $"The page loads {list}{(missing.Count > Shown ? $" and {missing.Count - Shown} more" : "")}, which the app does not contain.");
        }
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
