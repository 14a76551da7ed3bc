using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>target-device is one that Cordova knows.</summary>
internal sealed class TargetDevice : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.TargetDevice is { } setting && Parse(setting.Value) is null)
            yield return IosProblems.TargetDevice.At(setting.Where, $"'{setting.Value}' is no kind of device, so it is universal.");
    }

    /// <summary>The devices of a text, or null.</summary>
    public static DeviceFamilies? Parse(string text) => text.ToLowerInvariant() switch
    {
        "handset" => DeviceFamilies.Phone,
        "tablet" => DeviceFamilies.Pad,
        "universal" or "" => DeviceFamilies.Universal,
        _ => null,
    };
}
