namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Collects the findings about one part of a package.</summary>
internal sealed class IpaFindings(List<IpaFinding> all, string? where)
{
    public void Add(IpaCheck check, string text) => all.Add(new IpaFinding(check, where, text));

    public IpaFindings At(string place) => new(all, place);

    public bool Has(IpaCheck check) => all.Exists(f => f.Check == check && f.Where == where);
}

/// <summary>A fault of a package for iOS.</summary>
/// <param name="Check">The check that failed.</param>
/// <param name="Where">Entry of the archive; null for the whole package.</param>
/// <param name="Text">The fault in words.</param>
public sealed record IpaFinding(IpaCheck Check, string? Where, string Text);
