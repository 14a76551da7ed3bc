using Slipway.Build.Plan;
using Slipway.Build.Resources.Compile;
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

/// <summary>The drawn icons of an app.</summary>
/// <param name="Files">The pictures.</param>
/// <param name="Remarks">Remarks about the pictures that they were drawn from.</param>
public sealed record IconSet(IReadOnlyList<ResourceFile> Files, IReadOnlyList<IconRemark> Remarks);

/// <summary>A remark about a picture of an icon that does not make the drawing fail.</summary>
/// <param name="Picture">The picture: SHA-256 in lower-case hexadecimal digits. The code that draws does not know file names.</param>
/// <param name="IsDrawn">True when the picture was drawn, but not as a browser shows it; false when another picture was drawn instead.</param>
/// <param name="Text">What is wrong, in one sentence without a full stop.</param>
public sealed record IconRemark(string Picture, bool IsDrawn, string Text);
