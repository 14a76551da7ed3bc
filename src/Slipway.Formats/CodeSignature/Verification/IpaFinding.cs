namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>A fault of a package for iOS.</summary>
/// <param name="Check">The check that failed.</param>
/// <param name="Where">Entry of the archive; null for the whole package.</param>
/// <param name="Text">The fault in words.</param>
public sealed record IpaFinding(IpaCheck Check, string? Where, string Text);
