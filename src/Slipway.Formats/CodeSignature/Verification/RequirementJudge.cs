using System.Security.Cryptography.X509Certificates;
using System.Text;
using Slipway.Formats.CodeSignature.Reading;
using static Slipway.Formats.CodeSignature.Reading.RequirementExpression;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Evaluates requirements. Conditions that depend on trust, such as Apple's anchor, are not evaluated.</summary>
/// <param name="directory">The code directory.</param>
/// <param name="chain">The certificates, the signer's first.</param>
internal sealed class RequirementJudge(CodeDirectory directory, IReadOnlyList<X509Certificate2> chain)
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["subject.CN"] = "2.5.4.3",
        ["subject.C"] = "2.5.4.6",
        ["subject.O"] = "2.5.4.10",
        ["subject.OU"] = "2.5.4.11",
    };

    /// <summary>Returns whether the requirement holds; null when it cannot be determined.</summary>
    public bool? Holds(RequirementExpression expression) => expression switch
    {
        Constant c => c.Value,
        Identifier i => i.Name == directory.Identifier,
        CdHash h => h.Hash.Span.SequenceEqual(directory.CdHash),
        And a => And(Holds(a.Left), Holds(a.Right)),
        Or o => !And(!Holds(o.Left), !Holds(o.Right)),
        Not n => !Holds(n.Inner),
        CertificateField f => Field(f),
        CertificateExtension { IsPolicy: false, Match.Kind: RequirementMatchKind.Exists } x => Certificate(x.Certificate)?.Extensions.Any(e => e.Oid?.Value == x.Oid) is true,
        _ => null,
    };

    private static bool? And(bool? left, bool? right) => (left, right) switch
    {
        (false, _) or (_, false) => false,
        (true, true) => true,
        _ => null,
    };

    private bool? Field(CertificateField condition)
    {
        if (!Fields.TryGetValue(condition.Field, out var oid) || condition.Match.Kind != RequirementMatchKind.Equal)
            return null;
        var expected = Encoding.UTF8.GetString(condition.Match.Value.Span);
        return Certificate(condition.Certificate)?.SubjectName.EnumerateRelativeDistinguishedNames()
            .Any(n => !n.HasMultipleElements && n.GetSingleElementType().Value == oid && n.GetSingleElementValue() == expected) is true;
    }

    private X509Certificate2? Certificate(int slot)
    {
        var index = slot < 0 ? (long)chain.Count + slot : slot;
        return index >= 0 && index < chain.Count ? chain[(int)index] : null;
    }
}
