using Slipway.Build.Read;

namespace Slipway.Build.Plan;

/// <summary>
/// The files of an app that decide its native part. While they stay the same, the native part stays the same, and a new version of the web
/// files needs no new package. The start page counts only when its title is the app's name, because bundlers rewrite it in every build.
/// </summary>
internal static class NativeInputs
{
    /// <summary>Returns paths within the app as given, each once, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(SourceApp app, AppPlan plan, BuildRequest request)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        if ((app.Config?.File ?? app.Capacitor?.File) is { } configuration)
            files.Add(configuration);
        if (app.Manifest is { } manifest)
            files.Add(app.InWebRoot(manifest.File));
        if (request.Options.Name is null && !app.SaysItsName)
            files.Add(app.InWebRoot(AppReader.StartFile));
        foreach (var image in plan.Icon.Images)
            files.Add(app.Tree.Find(image.File) is null ? app.InWebRoot(image.File) : image.File);

        return [.. files];
    }
}
