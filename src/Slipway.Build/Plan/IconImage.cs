using System.Security.Cryptography;

namespace Slipway.Build.Plan;

/// <summary>A picture that the app brings.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Where">Its path, or the setting that contains it, for problems.</param>
public sealed record IconImage(ReadOnlyMemory<byte> Bytes, string Where)
{
    /// <summary>SHA-256 of the file in lower-case hexadecimal digits: its name where paths are not known.</summary>
    public string Name => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>The file of the app that holds it, from what was given or from the web root.</summary>
    public string File { get; init; } = Where;
}
