using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>Warns of a capital letter at the start of a segment, which breaks apps on Android 7.1 and older.</summary>
internal sealed class IdCapitals : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        var capital = app.Id.Value.Split('.').FirstOrDefault(s => s.Length > 0 && char.IsAsciiLetterUpper(s[0]));
        if (capital is not null)
            yield return AppProblems.IdCapital.At(app.Id.Where, $"The segment '{capital}' of the id starts with a capital letter.");
    }
}
