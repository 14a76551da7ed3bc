using Slipway.Formats.CodeSignature.Writing;

namespace Slipway.Formats.Ipa;

/// <summary>With what a package is signed again.</summary>
/// <param name="Options">Key and time.</param>
/// <param name="TeamId">Ten letters and digits.</param>
/// <param name="Grants">Profile and entitlements by bundle id, of the app and of every extension; the ids are those that they have afterwards.</param>
public sealed record IpaResigning(CodeSigningOptions Options, string TeamId, IReadOnlyDictionary<string, IpaGrant> Grants)
{
    /// <summary>New id of the app, which nested ids that begin with the old one follow; null keeps it.</summary>
    public string? BundleId { get; init; }
}
