namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>A condition on code.</summary>
/// <param name="Type">1 host, 2 guest, 3 designated (how systems recognise other versions of the code), 4 library, 5 plug-in.</param>
/// <param name="Expression">The condition.</param>
public sealed record Requirement(uint Type, RequirementExpression Expression)
{
    /// <summary>The type of designated requirements.</summary>
    public const uint Designated = 3;

    /// <summary>The condition in the language of requirements.</summary>
    public string Text => RequirementText.Of(Expression);
}

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

/// <summary>A comparison with a value.</summary>
/// <param name="Kind">The comparison.</param>
/// <param name="Value">The value; empty where the comparison needs none.</param>
public sealed record RequirementMatch(RequirementMatchKind Kind, ReadOnlyMemory<byte> Value);

/// <summary>Comparisons of the requirement language (requirement.h, MatchOperation).</summary>
public enum RequirementMatchKind : uint
{
    /// <summary>The value exists.</summary>
    Exists = 0,

    /// <summary>The value equals the given one.</summary>
    Equal = 1,

    /// <summary>The value contains the given one.</summary>
    Contains = 2,

    /// <summary>The value begins with the given one.</summary>
    BeginsWith = 3,

    /// <summary>The value ends with the given one.</summary>
    EndsWith = 4,

    /// <summary>The value is less.</summary>
    Less = 5,

    /// <summary>The value is greater.</summary>
    Greater = 6,

    /// <summary>The value is less or equal.</summary>
    LessOrEqual = 7,

    /// <summary>The value is greater or equal.</summary>
    GreaterOrEqual = 8,

    /// <summary>The time is equal; the kinds after this one compare times too.</summary>
    On = 9,

    /// <summary>The time is the same or earlier.</summary>
    OnOrAfter = 13,

    /// <summary>The value does not exist.</summary>
    Absent = 14,
}
