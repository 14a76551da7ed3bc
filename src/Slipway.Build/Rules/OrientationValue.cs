using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>The preference Orientation has a value that Cordova or Android knows (developer.android.com, android:screenOrientation).</summary>
internal sealed class OrientationValue : IRule
{
    // Android's spelling of the values.
    private static readonly string[] Others =
    [
        "sensorPortrait", "userPortrait", "reversePortrait", "sensorLandscape", "userLandscape", "reverseLandscape",
        "unspecified", "user", "fullUser", "sensor", "fullSensor", "nosensor", "behind", "locked",
    ];

    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.Orientation is { } orientation && Parse(orientation.Value) is null)
            yield return PreferenceProblems.Orientation.At(orientation.Where, $"'{orientation.Value}' is not an orientation, so the screen turns with the device.");
    }

    /// <summary>Returns the orientation of a text among those of every platform; null when it is unknown.</summary>
    public static Orientation? Parse(string text) => text.ToLowerInvariant() switch
    {
        "" or "default" or "all" => Orientation.Default,
        "portrait" => Orientation.Portrait,
        "landscape" => Orientation.Landscape,
        _ => Other(text) switch
        {
            null => null,
            var name when name.EndsWith("Portrait", StringComparison.Ordinal) => Orientation.Portrait,
            var name when name.EndsWith("Landscape", StringComparison.Ordinal) => Orientation.Landscape,
            _ => Orientation.Default,
        },
    };

    /// <summary>Returns the value of a text for android:screenOrientation; null to leave the attribute out.</summary>
    public static string? OfAndroid(string text) => text.ToLowerInvariant() switch
    {
        "portrait" => "sensorPortrait",
        "landscape" => "sensorLandscape",
        "" or "default" or "all" => null,
        _ => Other(text),
    };

    private static string? Other(string text) => Array.Find(Others, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
}
