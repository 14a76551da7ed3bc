using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Worker.Redaction;

/// <summary>
/// The forms in which a secret may appear in a text: as it is; as base64, also URL-safe, at each of the three offsets that it can have
/// within longer content; in hexadecimal digits; and escaped for URLs and for JSON.
/// </summary>
internal static class SecretForms
{
    /// <summary>Minimum size in bytes: a shorter encoded form could occur by chance.</summary>
    private const int ShortestEncoded = 4;

    /// <summary>Long secrets are searched in blocks of this size, so that parts of them are found, too.</summary>
    private const int Block = 24;

    /// <summary>Overlap of the blocks, so that a part across a boundary is found, too.</summary>
    private const int Step = 12;

    /// <summary>Returns the case-sensitive forms of a text such as a password.</summary>
    public static IEnumerable<string> Exact(string secret)
    {
        yield return secret;
        yield return JsonEncodedText.Encode(secret, JavaScriptEncoder.Default).ToString();
        yield return JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        var bytes = Encoding.UTF8.GetBytes(secret);
        foreach (var form in bytes.Length < ShortestEncoded ? [] : Base64(bytes))
            yield return form;
    }

    /// <summary>Returns the case-insensitive forms of a text.</summary>
    public static IEnumerable<string> AnyCase(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        if (bytes.Length < ShortestEncoded)
            yield break;
        yield return Convert.ToHexString(bytes);
        var escaped = Uri.EscapeDataString(secret);
        yield return escaped;
        yield return escaped.Replace("%20", "+", StringComparison.Ordinal);
        yield return System.Net.WebUtility.UrlEncode(secret);
        // encodeURIComponent of browsers does not escape these.
        yield return new StringBuilder(escaped).Replace("%21", "!").Replace("%27", "'").Replace("%28", "(").Replace("%29", ")").Replace("%2A", "*").ToString();
        yield return string.Concat(bytes.Select(b => $"%{b:X2}"));
    }

    /// <summary>Returns the case-sensitive forms of key material, in blocks.</summary>
    public static IEnumerable<string> Exact(ReadOnlyMemory<byte> material) => Blocks(material).SelectMany(block => Base64(block.Span));

    /// <summary>Returns the case-insensitive forms of key material, in blocks.</summary>
    public static IEnumerable<string> AnyCase(ReadOnlyMemory<byte> material) => Blocks(material).Select(block => Convert.ToHexString(block.Span));

    private static IEnumerable<ReadOnlyMemory<byte>> Blocks(ReadOnlyMemory<byte> material)
    {
        for (var at = 0; at + Block < material.Length; at += Step)
            yield return material.Slice(at, Block);
        if (material.Length >= ShortestEncoded)
            yield return material[Math.Max(0, material.Length - Block)..];
    }

    // Omit base64 digits at the edges that also depend on neighbouring bytes.
    private static string[] Base64(ReadOnlySpan<byte> bytes)
    {
        var forms = new List<string>(6);
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var first = (before * 8 + 5) / 6;
            var last = (before + bytes.Length) * 8 / 6;
            var inner = text[first..last];
            forms.Add(inner);
            forms.Add(inner.Replace('+', '-').Replace('/', '_'));
        }

        return [.. forms.Distinct(StringComparer.Ordinal)];
    }
}
