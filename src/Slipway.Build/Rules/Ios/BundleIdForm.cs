using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>A bundle id holds letters, digits, hyphens and dots (developer.apple.com, CFBundleIdentifier).</summary>
internal sealed class BundleIdForm : IRule
{
    private const string Remedy = "Give iOS an id of its own with ios-CFBundleIdentifier in config.xml, or any id with --id: letters, digits, '-' and '.'.";

    /// <summary>Returns the id of a draft in the form of iOS. An id from the option --id is not changed.</summary>
    public static string Of(AppDraft app) => app.Id.Where == DraftMerger.IdOption ? app.Id.Value : app.Id.Value.Replace('_', '-');

    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (AddressAsId.Check(app) is { } address)
        {
            yield return address;
            yield break;
        }

        var id = Of(app);
        if (id != app.Id.Value)
            yield return ConfigurationProblems.Ignored.At(app.Id.Where, $"iOS does not allow '_' in ids: {app.Id.Value} becomes {id}, as Xcode writes it.");
        if (id.Split('.').Any(segment => segment.Length == 0))
            yield return SigningProblems.IdInvalid.At(app.Id.Where, $"The id '{id}' has an empty segment.", Remedy);
        else if (id.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')) is var c && c != '\0')
            yield return SigningProblems.IdInvalid.At(app.Id.Where, $"The id '{id}' contains '{c}', which iOS does not allow.", Remedy);
    }
}
