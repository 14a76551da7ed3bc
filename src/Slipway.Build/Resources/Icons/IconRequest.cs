using Slipway.Build.Plan;
using Slipway.Build.Resources.Ios;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Icons;

/// <summary>Everything that decides the drawn icons of an app.</summary>
/// <param name="Icon">The pictures to draw.</param>
/// <param name="Platform">The platform, which decides the sizes.</param>
/// <param name="LaunchColour">Colour of the launch screen of iOS.</param>
public sealed record IconRequest(IconPlan Icon, MobilePlatform Platform, Colour? LaunchColour = null)
{
    /// <summary>Identifies the set of icons by everything that decides it except the pictures.</summary>
    internal string Set => Platform == MobilePlatform.Android ? $"android {Icon.Source}" : $"ios {Icon.Source} {LaunchColour}";

    /// <summary>Draws the icons.</summary>
    /// <exception cref="ProblemException">No picture can be used.</exception>
    public IconSet Draw() => IconFaults.Guard(() =>
    {
        if (Platform == MobilePlatform.Android)
            return AppIcons.Render(Icon);
        var icons = IosIcons.Render(Icon);
        return icons with { Files = [.. icons.Files, .. LaunchScreen.Render(LaunchColour)] };
    });

    /// <summary>Returns the problems that the user should see about drawn icons.</summary>
    internal IEnumerable<Problem> Notices(IconSet icons)
    {
        var names = icons.Remarks.Count == 0 ? null : Icon.Images.DistinctBy(image => image.Name).ToDictionary(image => image.Name, image => image.Where);
        foreach (var remark in icons.Remarks.Distinct())
        {
            var where = names!.GetValueOrDefault(remark.Picture) ?? "icon";
            yield return remark.IsDrawn
                ? IconProblems.Inexact.At(where, $"{remark.Text}.")
                : IconProblems.Skipped.At(where, $"The picture cannot be used: {remark.Text}.");
        }
    }
}
