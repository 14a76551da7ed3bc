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

    /// <summary>A constant: always or never.</summary>
    /// <param name="Value">True for always.</param>
    public sealed record Constant(bool Value) : RequirementExpression;

    /// <summary>The code directory has this identifier.</summary>
    /// <param name="Name">The identifier.</param>
    public sealed record Identifier(string Name) : RequirementExpression;

    /// <summary>The root certificate is Apple's.</summary>
    /// <param name="IsGeneric">False when Apple itself must be the signer; true when Apple need only have issued the certificate.</param>
    public sealed record AppleAnchor(bool IsGeneric) : RequirementExpression;

    /// <summary>A certificate has this hash.</summary>
    /// <param name="Certificate">Position of the certificate in the chain.</param>
    /// <param name="Hash">SHA-1 of the certificate.</param>
    public sealed record CertificateHash(int Certificate, ReadOnlyMemory<byte> Hash) : RequirementExpression;

    /// <summary>Both conditions hold.</summary>
    /// <param name="Left">The one.</param>
    /// <param name="Right">The other.</param>
    public sealed record And(RequirementExpression Left, RequirementExpression Right) : RequirementExpression;

    /// <summary>At least one of two conditions holds.</summary>
    /// <param name="Left">The one.</param>
    /// <param name="Right">The other.</param>
    public sealed record Or(RequirementExpression Left, RequirementExpression Right) : RequirementExpression;

    /// <summary>A condition does not hold.</summary>
    /// <param name="Inner">The condition.</param>
    public sealed record Not(RequirementExpression Inner) : RequirementExpression;

    /// <summary>The code directory has this hash.</summary>
    /// <param name="Hash">The first 20 bytes of it.</param>
    public sealed record CdHash(ReadOnlyMemory<byte> Hash) : RequirementExpression;

    /// <summary>A value of Info.plist matches.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Match">The comparison.</param>
    public sealed record InfoKey(string Key, RequirementMatch Match) : RequirementExpression;

    /// <summary>An entitlement matches.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Match">The comparison.</param>
    public sealed record Entitlement(string Key, RequirementMatch Match) : RequirementExpression;

    /// <summary>A field of a certificate's subject or issuer matches.</summary>
    /// <param name="Certificate">Position of the certificate in the chain.</param>
    /// <param name="Field">Such as <c>subject.CN</c>.</param>
    /// <param name="Match">The comparison.</param>
    public sealed record CertificateField(int Certificate, string Field, RequirementMatch Match) : RequirementExpression;

    /// <summary>An extension of a certificate, or one of its policies, matches.</summary>
    /// <param name="Certificate">Position of the certificate in the chain.</param>
    /// <param name="Oid">The extension or policy, in dotted form.</param>
    /// <param name="IsPolicy">True for a policy.</param>
    /// <param name="Match">The comparison.</param>
    public sealed record CertificateExtension(int Certificate, string Oid, bool IsPolicy, RequirementMatch Match) : RequirementExpression;

    /// <summary>A certificate is trusted; null for the whole chain.</summary>
    /// <param name="Certificate">Position of the certificate in the chain.</param>
    public sealed record Trusted(int? Certificate) : RequirementExpression;

    /// <summary>An unknown condition with everything that follows it.</summary>
    /// <param name="Operation">Number of the condition.</param>
    /// <param name="Rest">The bytes after it.</param>
    public sealed record Unknown(uint Operation, ReadOnlyMemory<byte> Rest) : RequirementExpression;
}
