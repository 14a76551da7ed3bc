namespace Slipway.Build.Inspect;

/// <summary>Something that is wrong with a package.</summary>
/// <param name="IsError">Devices would refuse the package or a class of it; otherwise it is a shortcoming.</param>
/// <param name="Area">zip, signature, alignment, manifest or dex.</param>
/// <param name="Where">Entry, signer or method; null for the whole.</param>
/// <param name="Text">What is wrong.</param>
public sealed record PackageFinding(bool IsError, string Area, string? Where, string Text);
