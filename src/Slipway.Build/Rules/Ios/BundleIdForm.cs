using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>A bundle id holds letters, digits, hyphens and dots (developer.apple.com, CFBundleIdentifier).</summary>
internal sealed class BundleIdForm : IRule
{
    private const string Remedy = "Give iOS an id of its own with ios-CFBundleIdentifier in config.xml, or any id with --id: letters, digits, '-' and '.'.";

    public IEnumerable<Problem> Check(AppDraft app)
    {
        var id = app.Id.Value;
        if (id.Split('.').Any(segment => segment.Length == 0))
            yield return SigningProblems.IdInvalid.At(app.Id.Where, $"The id '{id}' has an empty segment.", Remedy);
        else if (id.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')) is var c && c != '\0')
            yield return SigningProblems.IdInvalid.At(app.Id.Where, $"The id '{id}' contains '{c}', which iOS does not allow.", Remedy);
    }
}
