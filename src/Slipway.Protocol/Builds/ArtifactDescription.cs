namespace Slipway.Protocol.Builds;

/// <summary>A file that a build made.</summary>
/// <param name="Kind"><c>binary</c>, <c>log</c>, or what else workers make.</param>
/// <param name="Name">File name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
/// <param name="Url">Where to get it, for a while and without a token.</param>
/// <param name="InstallUrl">Page from which devices install it; null when they cannot.</param>
public sealed record ArtifactDescription(string Kind, string Name, long Size, string Sha256, string Url, string? InstallUrl);
