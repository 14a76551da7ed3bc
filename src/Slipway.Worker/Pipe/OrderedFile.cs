namespace Slipway.Worker.Pipe;

/// <summary>A file whose content is known.</summary>
/// <param name="Path">Path within the app.</param>
/// <param name="Sha256">Hash in hexadecimal digits.</param>
/// <param name="Sha1">The older hash in hexadecimal digits, which the seals of iOS need; null where it is not known.</param>
internal sealed record OrderedFile(string Path, string Sha256, string? Sha1 = null);
