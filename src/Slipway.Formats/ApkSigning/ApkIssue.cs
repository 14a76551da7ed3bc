namespace Slipway.Formats.ApkSigning;

/// <summary>Something that is wrong with a package.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Text">The fault in words.</param>
/// <param name="Where">Scheme, signer or entry at fault; null for the whole package.</param>
/// <param name="IsError">True when a device would refuse the package; false for a minor fault.</param>
public sealed record ApkIssue(ApkIssueKind Kind, string Text, string? Where, bool IsError);
