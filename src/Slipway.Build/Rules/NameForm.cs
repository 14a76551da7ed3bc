using System.Text;
using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>An app has a name that a launcher can show.</summary>
internal sealed class NameForm : IRule
{
    /// <summary>Most characters of a name.</summary>
    public const int Longest = 100;


    public IEnumerable<Problem> Check(AppDraft app)
    {
        var name = app.Name.Value;
        if (name.Length == 0)
            yield return AppProblems.NameInvalid.At(app.Name.Where, "The name is empty.");
        else if (name.Length > Longest)
            yield return AppProblems.NameInvalid.At(app.Name.Where, $"The name has {name.Length} characters; {Longest} are allowed.");
        else if (name.Any(char.IsControl) || name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
            yield return AppProblems.NameInvalid.At(app.Name.Where, "The name contains a character that cannot be shown.");
    }
}
