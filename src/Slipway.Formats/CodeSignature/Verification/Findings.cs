namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Collects the findings about one part of a package.</summary>
internal sealed class Findings(List<IpaFinding> all, string? where)
{
    public void Add(Check check, string text) => all.Add(new IpaFinding(check, where, text));

    public Findings At(string place) => new(all, place);

    public bool Has(Check check) => all.Exists(f => f.Check == check && f.Where == where);
}
