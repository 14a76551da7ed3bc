using System.Collections.Frozen;
using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>Orientation is one that Cordova or Android knows (developer.android.com, android:screenOrientation).</summary>
internal sealed class OrientationValue : IRule
{
    private static readonly FrozenDictionary<string, Orientation> Known = new Dictionary<string, Orientation>
    {
        [""] = Orientation.Default,
        ["default"] = Orientation.Default,
        ["all"] = Orientation.Default,
        ["portrait"] = Orientation.Portrait,
        ["landscape"] = Orientation.Landscape,
        ["sensorPortrait"] = Orientation.Portrait,
        ["userPortrait"] = Orientation.Portrait,
        ["reversePortrait"] = Orientation.Portrait,
        ["sensorLandscape"] = Orientation.Landscape,
        ["userLandscape"] = Orientation.Landscape,
        ["reverseLandscape"] = Orientation.Landscape,
        ["unspecified"] = Orientation.Default,
        ["user"] = Orientation.Default,
        ["fullUser"] = Orientation.Default,
        ["sensor"] = Orientation.Default,
        ["fullSensor"] = Orientation.Default,
        ["nosensor"] = Orientation.Default,
        ["behind"] = Orientation.Default,
        ["locked"] = Orientation.Default,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.Orientation is { } orientation && Parse(orientation.Value) is null)
            yield return PreferenceProblems.Orientation.At(orientation.Where, $"'{orientation.Value}' is no orientation, so the screen turns as the device does.");
    }

    /// <summary>The orientation of a text as every platform knows it, or null.</summary>
    public static Orientation? Parse(string text) => Known.TryGetValue(text, out var orientation) ? orientation : null;

    /// <summary>What a text is for android:screenOrientation; null when nothing is to be said there.</summary>
    public static string? OfAndroid(string text) => text.ToLowerInvariant() switch
    {
        "portrait" => "sensorPortrait",
        "landscape" => "sensorLandscape",
        "" or "default" or "all" => null,
        _ => Known.Keys.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)),
    };
}
