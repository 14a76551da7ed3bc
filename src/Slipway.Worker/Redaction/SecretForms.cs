using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Worker.Redaction;

/// <summary>
/// The forms in which a secret could appear in a text: as it is, as base64 at each of the three places where it can begin within a
/// longer content, in the alphabet of URLs too, in hexadecimal digits, and escaped for URLs and for JSON.
/// </summary>
internal static class SecretForms
{
    /// <summary>Below this many bytes an encoded form is too short to be told from anything else.</summary>
    private const int ShortestEncoded = 4;

    /// <summary>A long secret is looked for in blocks, so that a part of it is found, too.</summary>
    private const int Block = 24;

    /// <summary>Blocks overlap, so that no part between them is left over.</summary>
    private const int Step = 12;

    /// <summary>Forms of a text such as a password; each is to be found with its exact letters.</summary>
    public static IEnumerable<string> Exact(string secret)
    {
        yield return secret;
        yield return JsonEncodedText.Encode(secret, JavaScriptEncoder.Default).ToString();
        yield return JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        var bytes = Encoding.UTF8.GetBytes(secret);
        foreach (var form in bytes.Length < ShortestEncoded ? [] : Base64(bytes))
            yield return form;
    }

    /// <summary>Forms of a text in which letters may be of either case.</summary>
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
        // encodeURIComponent of browsers leaves these.
        yield return new StringBuilder(escaped).Replace("%21", "!").Replace("%27", "'").Replace("%28", "(").Replace("%29", ")").Replace("%2A", "*").ToString();
        yield return string.Concat(bytes.Select(b => $"%{b:X2}"));
    }

    /// <summary>Forms of key material, in blocks.</summary>
    public static IEnumerable<string> Exact(ReadOnlyMemory<byte> material) => Blocks(material).SelectMany(block => Base64(block.Span));

    /// <summary>Forms of key material in which letters may be of either case, in blocks.</summary>
    public static IEnumerable<string> AnyCase(ReadOnlyMemory<byte> material) => Blocks(material).Select(block => Convert.ToHexString(block.Span));

    private static IEnumerable<ReadOnlyMemory<byte>> Blocks(ReadOnlyMemory<byte> material)
    {
        for (var at = 0; at + Block < material.Length; at += Step)
            yield return material.Slice(at, Block);
        if (material.Length >= ShortestEncoded)
            yield return material[Math.Max(0, material.Length - Block)..];
    }

    // What a neighbour shares a digit with is left out: that digit depends on the neighbour.
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
