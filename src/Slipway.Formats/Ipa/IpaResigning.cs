using Slipway.Formats.CodeSignature.Writing;

namespace Slipway.Formats.Ipa;

/// <summary>Options for signing a package again.</summary>
/// <param name="Options">Key and time.</param>
/// <param name="TeamId">Ten letters and digits.</param>
/// <param name="Grants">Profile and entitlements of the app and of every extension, by new bundle id.</param>
public sealed record IpaResigning(CodeSigningOptions Options, string TeamId, IReadOnlyDictionary<string, IpaGrant> Grants)
{
    /// <summary>New id of the app, which also replaces the start of nested ids; null to keep the current one.</summary>
    public string? BundleId { get; init; }
}
