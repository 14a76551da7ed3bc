using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>The version shown to users has at most three numbers on iOS (developer.apple.com, CFBundleShortVersionString).</summary>
internal sealed class ShortVersion : IRule
{
    private const int MostNumbers = 3;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (Of(app.VersionName.Value) is { } kept && kept != app.VersionName.Value)
            yield return ConfigurationProblems.Ignored.At(app.VersionName.Where, $"iOS allows versions of up to three numbers: {app.VersionName.Value} becomes {kept}.");
    }

    /// <summary>Returns the part of a version that iOS accepts; null when the text is not a version.</summary>
    public static string? Of(string version) =>
        VersionText.Parse(version) is { } numbers ? string.Join('.', numbers.Take(MostNumbers).Select(n => n.ToString(CultureInfo.InvariantCulture))) : null;
}
