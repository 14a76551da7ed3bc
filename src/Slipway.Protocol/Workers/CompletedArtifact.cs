namespace Slipway.Protocol.Workers;

/// <summary>An artifact that the worker has uploaded.</summary>
/// <param name="Kind"><c>binary</c>, <c>log</c>, or another word of lower-case letters.</param>
/// <param name="Name">File name.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
public sealed record CompletedArtifact(string Kind, string Name, long Size, string Sha256);
