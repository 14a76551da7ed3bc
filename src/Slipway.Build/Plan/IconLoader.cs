using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>Fetches the pictures of the icon. What is in them is judged where they are drawn.</summary>
internal static class IconLoader
{
    private const int SizeLimit = 16 << 20;

    public static IconPlan Load(AppDraft draft, List<Problem> problems)
    {
        Colour? colour = null;
        var background = draft.Icon.Background;
        if (background is not null && Colour.TryParse(background.Value, out var parsed))
        {
            colour = parsed;
            background = null;
        }

        return new IconPlan(
            Load(draft.Source, draft.Icon.Main, problems),
            Load(draft.Source, draft.Icon.Foreground, problems),
            Load(draft.Source, background, problems),
            colour,
            Load(draft.Source, draft.Icon.Monochrome, problems));
    }

    private static IconImage? Load(SourceApp app, Setting? setting, List<Problem> problems)
    {
        if (setting is null)
            return null;
        if (PathText.Normalise(setting.Value) is not { } path)
        {
            problems.Add(ConfigurationProblems.PathEscape.At(setting.Where, $"The icon path '{setting.Value}' leaves the app."));
            return null;
        }

        try
        {
            // Cordova counts from the project; icons beside the web files are common enough to be looked for there too.
            var file = app.Tree.Find(path) ?? app.FindWebFile(path);
            if (file is null)
                problems.Add(ConfigurationProblems.ResourceMissing.At(setting.Where, $"There is no file '{path}'."));
            else if (file.ReadAll(SizeLimit) is { } bytes)
                return new IconImage(bytes, path);
            else
                problems.Add(IconProblems.TooLarge.At(path, $"The file has {file.Length} bytes, more than {SizeLimit >> 20} MB."));
        }
        catch (ProblemException e)
        {
            problems.AddRange(e.Problems);
        }

        return null;
    }
}
