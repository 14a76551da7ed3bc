using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>CFBundleVersion, which devices compare, is one to three whole numbers (developer.apple.com, CFBundleVersion).</summary>
internal sealed class BundleVersionForm : IRule
{
    private const int MostNumbers = 3;
    private const int Longest = 18;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.VersionCode is { } given && !IsBundleVersion(given.Value))
            yield return IosProblems.BundleVersion.At(given.Where, $"'{given.Value}' is not one to three whole numbers with dots.");
    }

    private static bool IsBundleVersion(string text)
    {
        var parts = text.Split('.');
        return text.Length <= Longest && parts.Length <= MostNumbers && parts.All(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }
}
