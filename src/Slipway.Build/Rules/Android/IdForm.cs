using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>Segments of an id start with a letter and hold letters, digits and underscores (developer.android.com, "Set the application ID").</summary>
internal sealed class IdForm : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (AddressAsId.Check(app) is { } address)
        {
            yield return address;
            yield break;
        }

        foreach (var segment in app.Id.Value.Split('.'))
        {
            if (segment.Length == 0)
                yield return SigningProblems.IdInvalid.At(app.Id.Where, $"The id '{app.Id.Value}' has an empty segment.");
            else if (!char.IsAsciiLetter(segment[0]))
                yield return SigningProblems.IdInvalid.At(app.Id.Where, $"The segment '{segment}' of the id does not start with a letter.");
            else if (segment.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c) && c != '_') is var c && c != '\0')
                yield return SigningProblems.IdInvalid.At(app.Id.Where, $"The segment '{segment}' of the id contains '{c}'.");
        }
    }
}
