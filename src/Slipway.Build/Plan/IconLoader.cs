using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>Reads the pictures of the icon and puts the largest first. It does not decode them: drawing does, and reports damaged ones.</summary>
internal sealed class IconLoader(AppDraft draft, List<Problem> problems)
{
    private const int SizeLimit = 16 << 20;
    private const int TotalLimit = 48 << 20;
    private const int MostCandidates = 16;

    private long _total;

    public static IconPlan Load(AppDraft draft, List<Problem> problems) => new IconLoader(draft, problems).Load();

    private IconPlan Load()
    {
        var icon = draft.Icon;
        Colour? colour = icon.Background.Count > 0 && Colour.TryParse(icon.Background[0].Setting.Value, out var parsed) ? parsed : null;
        var backgrounds = colour is null ? icon.Background.Where(c => !Colour.TryParse(c.Setting.Value, out _)).ToList() : [];
        var areLayersNeeded = icon.Source == IconSource.Configuration;
        return new IconPlan(
            Load(icon.Main, isNeeded: icon.Source != IconSource.Page),
            Load(icon.Foreground, areLayersNeeded),
            Load(backgrounds, areLayersNeeded),
            colour,
            Load(icon.Monochrome, areLayersNeeded),
            icon.Source);
    }

    private IReadOnlyList<IconImage> Load(IReadOnlyList<IconCandidate> candidates, bool isNeeded)
    {
        var found = new List<(IconImage Image, int Group, int Side)>();
        var lost = new List<Problem>();
        foreach (var candidate in candidates.DistinctBy(c => c.Setting.Value).Take(MostCandidates))
        {
            if (Load(candidate.Setting, lost) is { } image)
                found.Add((image, candidate.Group, PictureSide.Of(image.Bytes.Span)));
        }

        if (found.Count == 0 && isNeeded)
            problems.AddRange(lost.Take(1));
        else
            problems.AddRange(lost.Select(p => IconProblems.Skipped.At(p.Where, p.Message)).Distinct().Except(problems));
        return [.. found.OrderByDescending(f => f.Group).ThenByDescending(f => f.Side).Select(f => f.Image)];
    }

    private IconImage? Load(Setting setting, List<Problem> lost)
    {
        if (DataUrl.IsInline(setting.Value))
            return LoadInline(setting, lost);
        // Cordova joins paths, so a slash before the first name changes nothing; on Windows, backslashes separate names.
        var written = setting.Value.Replace('\\', '/').TrimStart('/');
        if (PathText.Normalise(written) is not { Length: > 0 } path)
        {
            lost.Add(ConfigurationProblems.PathEscape.At(setting.Where, $"The icon path '{setting.Value}' leaves the app."));
            return null;
        }

        try
        {
            // Cordova resolves paths from the project. Many apps keep icons beside the web files, so those are searched too.
            var inProject = SourceApp.Join(draft.Icon.Source == IconSource.Configuration ? draft.Source.Config?.Folder ?? "" : "", path);
            var (file, place) = draft.Source.Tree.Find(inProject) is { } found ? (found, inProject) : (draft.Source.FindWebFile(path), path);
            if (file is null)
                lost.Add(ConfigurationProblems.ResourceMissing.At(setting.Where, $"There is no file '{path}'.", draft.Icon.Source == IconSource.Manifest ? "Add the file or correct its address; addresses are case-sensitive and count from the manifest." : ConfigurationProblems.ResourceMissing.Remedy));
            else if (file.Length <= SizeLimit && _total + file.Length <= TotalLimit && file.ReadAll(SizeLimit) is { } bytes)
                return Count(new IconImage(bytes, place));
            else
                lost.Add(IconProblems.TooLarge.At(path, $"The file has {file.Length} bytes; pictures may have {SizeLimit >> 20} MB each and {TotalLimit >> 20} MB together."));
        }
        catch (ProblemException e)
        {
            lost.AddRange(e.Problems);
        }

        return null;
    }

    private IconImage? LoadInline(Setting setting, List<Problem> lost)
    {
        if (DataUrl.Decode(setting.Value) is { } bytes)
            return Count(new IconImage(bytes, setting.Where) { File = setting.Where.Split(" (")[0] });
        lost.Add(IconProblems.NotAnImage.At(setting.Where, "The data: address cannot be decoded."));
        return null;
    }

    private IconImage Count(IconImage image)
    {
        _total += image.Bytes.Length;
        return image;
    }
}
