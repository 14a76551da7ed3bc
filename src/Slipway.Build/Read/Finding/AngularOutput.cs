using System.Text.Json;

namespace Slipway.Build.Read.Finding;

/// <summary>
/// Reads the output folders from an angular.json (angular.dev, "Angular workspace configuration"). Newer builders write into a subfolder
/// <c>browser</c>.
/// </summary>
internal static class AngularOutput
{
    private const string Browser = "browser";

    /// <summary>Returns the folders, the likelier ones first.</summary>
    public static IEnumerable<string> Of(JsonElement root)
    {
        if (LenientJson.Member(root, "projects") is not { ValueKind: JsonValueKind.Object } projects)
            yield break;
        foreach (var project in projects.EnumerateObject())
        {
            foreach (var folder in new[] { "architect", "targets" }.SelectMany(name => OfProject(project.Value, name)))
                yield return folder;
        }
    }

    private static IEnumerable<string> OfProject(JsonElement project, string targets)
    {
        if (LenientJson.Member(project, targets) is not { } list || LenientJson.Member(list, "build") is not { } build
            || LenientJson.Member(build, "options") is not { } options || LenientJson.Member(options, "outputPath") is not { } output)
        {
            yield break;
        }

        if (output.ValueKind == JsonValueKind.String)
        {
            yield return output.GetString() + "/" + Browser;
            yield return output.GetString()!;
        }
        else if (LenientJson.Member(output, "base") is { ValueKind: JsonValueKind.String } start)
        {
            yield return start.GetString() + "/" + (LenientJson.Member(output, Browser) is { ValueKind: JsonValueKind.String } folder ? folder.GetString() : Browser);
        }
    }
}
