namespace Slipway.Protocol.Builds;

/// <summary>A file that a build made.</summary>
/// <param name="Kind"><c>binary</c>, <c>log</c>, or another kind that workers upload.</param>
/// <param name="Name">File name.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
/// <param name="Url">Address for the download; valid for a limited time, without a token.</param>
/// <param name="InstallUrl">Page from which devices install it; null if they cannot install it.</param>
public sealed record ArtifactDescription(string Kind, string Name, long Size, string Sha256, string Url, string? InstallUrl);
