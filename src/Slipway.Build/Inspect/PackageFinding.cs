namespace Slipway.Build.Inspect;

/// <summary>A fault of a package.</summary>
/// <param name="IsError">True when devices refuse the package or one of its classes; false for a smaller fault.</param>
/// <param name="Area">zip, signature, alignment, manifest or dex.</param>
/// <param name="Where">Entry, signer or method; null for the whole package.</param>
/// <param name="Text">What is wrong.</param>
public sealed record PackageFinding(bool IsError, string Area, string? Where, string Text);
