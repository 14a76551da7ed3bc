using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>The preference target-device has a value that Cordova knows.</summary>
internal sealed class TargetDevice : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.TargetDevice is { } setting && Parse(setting.Value) is null)
            yield return IosProblems.TargetDevice.At(setting.Where, $"'{setting.Value}' is not a kind of device, so the app is universal.");
    }

    /// <summary>Returns the devices that a text names; null when it is unknown.</summary>
    public static DeviceFamilies? Parse(string text) => text.ToLowerInvariant() switch
    {
        "handset" => DeviceFamilies.Phone,
        "tablet" => DeviceFamilies.Pad,
        "universal" or "" => DeviceFamilies.Universal,
        _ => null,
    };
}
