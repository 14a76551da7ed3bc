using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>The app starts with one of its own files.</summary>
internal sealed class StartPageExists : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        var start = app.Start;
        if (AppAddress.IsAbsolute(start.Value) || start.Value.StartsWith("//", StringComparison.Ordinal))
            yield return ConfigurationProblems.RemoteStart.At(start.Where, $"The app would start at {start.Value}.");
        else if (AppAddress.Resolve("index.html", start.Value) is not { } address)
            yield return ConfigurationProblems.PathEscape.At(start.Where, $"The start page '{start.Value}' leaves the app.");
        else if (app.Source.FindWebFile(app.StartsAtRoute ? AppReader.StartFile : address.Path) is null)
            yield return AppProblems.StartPageMissing.At(start.Where, $"There is no file '{address.Path}' in the app.");
    }
}
