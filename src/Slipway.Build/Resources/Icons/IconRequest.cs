using Slipway.Build.Plan;
using Slipway.Build.Resources.Ios;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Icons;

/// <summary>Everything that the pictures of an app depend on.</summary>
/// <param name="Icon">What they are drawn from.</param>
/// <param name="Platform">Which sizes are wanted.</param>
/// <param name="LaunchColour">Colour of the launch screen of iOS.</param>
public sealed record IconRequest(IconPlan Icon, MobilePlatform Platform, Colour? LaunchColour = null)
{
    /// <summary>Names what is drawn, with everything that it depends on beside the pictures.</summary>
    internal string Set => Platform == MobilePlatform.Android ? $"android {Icon.Source}" : $"ios {Icon.Source} {LaunchColour}";

    /// <summary>Draws them.</summary>
    /// <exception cref="ProblemException">No picture can be used.</exception>
    public IconSet Draw() => IconFaults.Guard(() =>
    {
        if (Platform == MobilePlatform.Android)
            return AppIcons.Render(Icon);
        var icons = IosIcons.Render(Icon);
        return icons with { Files = [.. icons.Files, .. LaunchScreen.Render(LaunchColour)] };
    });

    /// <summary>What a user should know of drawn icons.</summary>
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
