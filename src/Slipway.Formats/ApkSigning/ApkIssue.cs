namespace Slipway.Formats.ApkSigning;

/// <summary>Something that is wrong with a package.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Where">Scheme, signer or entry at fault; null for the whole.</param>
/// <param name="IsError">A device would refuse the package; otherwise it is a shortcoming.</param>
public sealed record ApkIssue(ApkIssueKind Kind, string Text, string? Where, bool IsError);
