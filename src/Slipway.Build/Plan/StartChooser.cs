using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>Chooses the start page of a web app. The manifest's start_url may be a file, a route that index.html handles, or neither.</summary>
internal sealed class StartChooser(SourceApp app, List<Problem> notices)
{
    private static readonly Setting Usual = new(AppReader.StartFile, AppReader.StartFile);

    /// <summary>Returns the start page and whether it is a route.</summary>
    public (Setting Start, bool IsRoute) Choose()
    {
        if (app.Manifest is not { StartUrl: { } start } manifest)
            return (Usual, false);
        if (AppAddress.Resolve(manifest.File, start.Value) is not { } address)
            return (Index(start, "start_url leads to another server"), false);
        if (app.FindWebFile(address.Path) is not null)
            return (new Setting(address.Path + address.Suffix, start.Where), false);
        var route = address.Path.EndsWith("/" + AppReader.StartFile, StringComparison.Ordinal) && !start.Value.Contains(AppReader.StartFile, StringComparison.Ordinal)
            ? address.Path[..^(AppReader.StartFile.Length + 1)]
            : address.Path;
        // The shells treat a path with an extension as a file.
        return route.AsSpan(route.LastIndexOf('/') + 1).Contains('.')
            ? (Index(start, $"There is no file '{address.Path}' in the app"), false)
            : (new Setting(route + address.Suffix, start.Where), true);
    }

    private Setting Index(Setting start, string why)
    {
        notices.Add(ConfigurationProblems.Ignored.At(start.Where, $"{why}; the app starts with index.html."));
        return Usual;
    }
}
