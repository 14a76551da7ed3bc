namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>Something that is wrong with a package for iOS.</summary>
/// <param name="Check">The check that failed.</param>
/// <param name="Where">Entry of the archive; null for the whole.</param>
/// <param name="Text">What is wrong.</param>
public sealed record IpaFinding(Check Check, string? Where, string Text);
