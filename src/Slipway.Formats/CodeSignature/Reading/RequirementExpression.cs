namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>
/// A condition of the requirement language (apple-oss-distributions/Security, OSX/libsecurity_codesigning/lib/requirement.h, ExprOp).
/// Certificates are counted from the leaf (0, 1, ...) or from the root (-1, -2, ...).
/// </summary>
public abstract record RequirementExpression
{
    private RequirementExpression()
    {
    }

    /// <summary>Always or never.</summary>
    /// <param name="Value">Which.</param>
    public sealed record Constant(bool Value) : RequirementExpression;

    /// <summary>The code directory names the code so.</summary>
    /// <param name="Name">The name.</param>
    public sealed record Identifier(string Name) : RequirementExpression;

    /// <summary>The root is Apple's.</summary>
    /// <param name="IsGeneric">False: Apple itself signed.</param>
    public sealed record AppleAnchor(bool IsGeneric) : RequirementExpression;

    /// <summary>A certificate has this hash.</summary>
    /// <param name="Certificate">Which certificate.</param>
    /// <param name="Hash">SHA-1 of it.</param>
    public sealed record CertificateHash(int Certificate, ReadOnlyMemory<byte> Hash) : RequirementExpression;

    /// <summary>Both hold.</summary>
    /// <param name="Left">The one.</param>
    /// <param name="Right">The other.</param>
    public sealed record And(RequirementExpression Left, RequirementExpression Right) : RequirementExpression;

    /// <summary>One of them holds.</summary>
    /// <param name="Left">The one.</param>
    /// <param name="Right">The other.</param>
    public sealed record Or(RequirementExpression Left, RequirementExpression Right) : RequirementExpression;

    /// <summary>It does not hold.</summary>
    /// <param name="Inner">What.</param>
    public sealed record Not(RequirementExpression Inner) : RequirementExpression;

    /// <summary>The code directory has this hash.</summary>
    /// <param name="Hash">The first 20 bytes of it.</param>
    public sealed record CdHash(ReadOnlyMemory<byte> Hash) : RequirementExpression;

    /// <summary>A value of Info.plist matches.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Match">How.</param>
    public sealed record InfoKey(string Key, RequirementMatch Match) : RequirementExpression;

    /// <summary>An entitlement matches.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Match">How.</param>
    public sealed record Entitlement(string Key, RequirementMatch Match) : RequirementExpression;

    /// <summary>A field of a certificate's names matches.</summary>
    /// <param name="Certificate">Which certificate.</param>
    /// <param name="Field">Such as <c>subject.CN</c>.</param>
    /// <param name="Match">How.</param>
    public sealed record CertificateField(int Certificate, string Field, RequirementMatch Match) : RequirementExpression;

    /// <summary>An extension of a certificate, or one of its policies, matches.</summary>
    /// <param name="Certificate">Which certificate.</param>
    /// <param name="Oid">Which extension or policy, with dots.</param>
    /// <param name="IsPolicy">It is a policy.</param>
    /// <param name="Match">How.</param>
    public sealed record CertificateExtension(int Certificate, string Oid, bool IsPolicy, RequirementMatch Match) : RequirementExpression;

    /// <summary>A certificate is trusted; null for the whole chain.</summary>
    /// <param name="Certificate">Which certificate.</param>
    public sealed record Trusted(int? Certificate) : RequirementExpression;

    /// <summary>A condition that is not known here, and all that follows it.</summary>
    /// <param name="Operation">Number of the condition.</param>
    /// <param name="Rest">The bytes behind it.</param>
    public sealed record Unknown(uint Operation, ReadOnlyMemory<byte> Rest) : RequirementExpression;
}
