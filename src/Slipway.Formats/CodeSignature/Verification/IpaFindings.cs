namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Collects the findings about one part of a package.</summary>
internal sealed class IpaFindings(List<IpaFinding> all, string? where)
{
    public void Add(IpaCheck check, string text) => all.Add(new IpaFinding(check, where, text));

    public IpaFindings At(string place) => new(all, place);

    public bool Has(IpaCheck check) => all.Exists(f => f.Check == check && f.Where == where);
}
