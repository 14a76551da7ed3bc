using Slipway.Build.Plan;
using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Ios;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Icons;

/// <summary>Everything that the pictures of an app depend on.</summary>
/// <param name="Icon">What they are drawn from.</param>
/// <param name="Platform">Which sizes are wanted.</param>
/// <param name="LaunchColour">Colour of the launch screen of iOS.</param>
public sealed record IconRequest(IconPlan Icon, Platform Platform, Colour? LaunchColour = null)
{
    /// <summary>Names what is drawn, with everything that it depends on beside the pictures.</summary>
    internal string Set => Platform == Platform.Android ? "android" : $"ios {LaunchColour}";

    /// <summary>Draws them.</summary>
    /// <exception cref="ProblemException">A picture cannot be used.</exception>
    public IReadOnlyList<ResourceFile> Draw() => IconFaults.Guard<IReadOnlyList<ResourceFile>>(() =>
        Platform == Platform.Android ? AppIcons.Render(Icon) : [.. IosIcons.Render(Icon), .. LaunchScreen.Render(LaunchColour)]);
}
