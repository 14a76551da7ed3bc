using System.Security.Cryptography;

namespace Slipway.Build.Plan;

/// <summary>A picture from the files of the app.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Where">Its path, or the setting that contains it, for problems.</param>
public sealed record IconImage(ReadOnlyMemory<byte> Bytes, string Where)
{
    /// <summary>SHA-256 of the file in lower-case hexadecimal digits: it identifies the picture where paths are unknown.</summary>
    public string Name => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Path of its file, relative to the app as given or to the web root.</summary>
    public string File { get; init; } = Where;
}
