using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>The version that people see has at most three numbers on iOS (developer.apple.com, CFBundleShortVersionString).</summary>
internal sealed class ShortVersion : IRule
{
    private const int MostNumbers = 3;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (Of(app.VersionName.Value) is { } kept && kept != app.VersionName.Value)
            yield return ConfigurationProblems.Ignored.At(app.VersionName.Where, $"iOS knows versions of up to three numbers: {app.VersionName.Value} becomes {kept}.");
    }

    /// <summary>The part of a version that iOS takes; null when it is no version.</summary>
    public static string? Of(string version) =>
        VersionText.Parse(version) is { } numbers ? string.Join('.', numbers.Take(MostNumbers).Select(n => n.ToString(CultureInfo.InvariantCulture))) : null;
}
