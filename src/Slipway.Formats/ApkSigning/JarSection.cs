using System.Security.Cryptography;
using System.Text;

namespace Slipway.Formats.ApkSigning;

/// <summary>A section of a manifest.</summary>
/// <param name="Attributes">Headers by name, ignoring case.</param>
/// <param name="Bytes">The section's bytes, including the empty line after it.</param>
internal sealed record JarSection(IReadOnlyDictionary<string, string> Attributes, ReadOnlyMemory<byte> Bytes)
{
    private static readonly (string Name, HashAlgorithmName Algorithm)[] Digests =
    [
        ("SHA-512-Digest", HashAlgorithmName.SHA512),
        ("SHA-384-Digest", HashAlgorithmName.SHA384),
        ("SHA-256-Digest", HashAlgorithmName.SHA256),
        ("SHA1-Digest", HashAlgorithmName.SHA1),
        ("SHA-1-Digest", HashAlgorithmName.SHA1),
    ];

    public string? Name => Attributes.GetValueOrDefault("Name");

    public static JarSection Of(IReadOnlyList<string> lines, ReadOnlyMemory<byte> bytes)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0)
                throw new MalformedInputException("JAR manifest", "a line is not a header");
            if (!attributes.TryAdd(line[..colon], Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line[(colon + 2)..]))))
                throw new MalformedInputException("JAR manifest", "a header occurs twice");
        }

        return new JarSection(attributes, bytes);
    }

    /// <summary>Returns the strongest digest in the section; null when it has no known one.</summary>
    public (HashAlgorithmName Algorithm, byte[] Value)? Digest(string suffix = "")
    {
        foreach (var (name, algorithm) in Digests)
        {
            if (!Attributes.TryGetValue(name + suffix, out var text))
                continue;
            var value = new byte[text.Length];
            return Convert.TryFromBase64String(text, value, out var length) ? (algorithm, value[..length]) : null;
        }

        return null;
    }

    /// <summary>Returns true when the section has the named digest and the bytes match it.</summary>
    public bool Matches(ReadOnlySpan<byte> bytes, string suffix = "") =>
        Digest(suffix) is { } digest && CryptographicOperations.HashData(digest.Algorithm, bytes).AsSpan().SequenceEqual(digest.Value);
}
