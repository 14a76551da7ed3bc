namespace Slipway.Worker.Pipe;

/// <summary>A file that was made.</summary>
/// <param name="Format">apk, ipa or zip.</param>
/// <param name="FileName">Its name in the folder of results.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
internal sealed record PipedArtifact(string Format, string FileName, long Size, string Sha256);
