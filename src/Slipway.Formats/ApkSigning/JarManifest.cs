using System.Security.Cryptography;
using System.Text;

namespace Slipway.Formats.ApkSigning;

/// <summary>A parsed JAR manifest or signature file (JAR File Specification, JAR Manifest).</summary>
internal sealed class JarManifest
{
    private JarManifest(JarSection main, IReadOnlyList<JarSection> sections)
    {
        Main = main;
        Sections = sections;
    }

    public JarSection Main { get; }

    public IReadOnlyList<JarSection> Sections { get; }

    public static JarManifest Parse(byte[] bytes)
    {
        var sections = new List<JarSection>();
        var start = 0;
        var lines = new List<string>();
        var at = 0;
        while (at < bytes.Length)
        {
            var end = LineEnd(bytes, at, out var next);
            if (end == at)
            {
                Close(next);
                while (next < bytes.Length && LineEnd(bytes, next, out var after) == next)
                    next = after;
                start = next;
            }
            else if (bytes[at] == ' ' && lines.Count > 0)
            {
                lines[^1] += Encoding.Latin1.GetString(bytes, at + 1, end - at - 1);
            }
            else
            {
                lines.Add(Encoding.Latin1.GetString(bytes, at, end - at));
            }

            at = next;
        }

        Close(bytes.Length);
        return sections.Count == 0
            ? throw new MalformedInputException("JAR manifest", "it is empty")
            : new JarManifest(sections[0], sections.GetRange(1, sections.Count - 1));

        void Close(int end)
        {
            if (lines.Count > 0)
                sections.Add(JarSection.Of(lines, bytes.AsMemory(start, end - start)));
            lines.Clear();
        }
    }

    private static int LineEnd(byte[] bytes, int from, out int next)
    {
        var length = bytes.AsSpan(from).IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            next = bytes.Length;
            return bytes.Length;
        }

        var end = from + length;
        next = bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? end + 2 : end + 1;
        return end;
    }
}

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
