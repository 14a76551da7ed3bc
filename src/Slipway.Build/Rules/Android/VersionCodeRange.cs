using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>The version code, given or derived, is one that Google Play accepts.</summary>
internal sealed class VersionCodeRange : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.VersionCode is { } given)
        {
            if (!int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 1 or > VersionText.HighestCode)
                yield return AppProblems.VersionCodeInvalid.At(given.Where, $"'{given.Value}' is not a whole number from 1 to {VersionText.HighestCode}.");
        }
        else if (VersionText.DeriveCode(app.VersionName.Value) is var derived and (< 1 or > VersionText.HighestCode))
        {
            var message = $"The version {app.VersionName.Value} would have the code {derived}";
            yield return derived < 1
                ? AppProblems.VersionCodeRaised.At(app.VersionName.Where, message + "; it is 1.")
                : AppProblems.VersionCodeInvalid.At(app.VersionName.Where, message + ".");
        }
    }
}
