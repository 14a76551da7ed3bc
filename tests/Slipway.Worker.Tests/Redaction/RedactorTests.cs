using System.Text;
using System.Text.Json;
using CsCheck;
using Slipway.Worker.Redaction;

namespace Slipway.Worker.Tests.Redaction;

public sealed class RedactorTests
{
    private static readonly Gen<string> Secrets = Gen.OneOf(
        Gen.String[Gen.Char['a', 'z'], 4, 30],
        Gen.String[Gen.Char[' ', '~'].Where(c => c != '*'), 4, 30].Where(s => s.Trim().Length > 3),
        Gen.String[Gen.OneOf(Gen.Char['a', 'z'], AnyOf("äé世\"\\/&+")), 4, 20]);

    private static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Char['a', 'f'], AnyOf(" =\nü")), 0, 60];

    private static readonly (string Name, Func<byte[], string> Encode)[] Encodings =
    [
        ("raw", Encoding.UTF8.GetString),
        ("base64", Convert.ToBase64String),
        ("base64url", bytes => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        ("hex", Convert.ToHexString),
        ("hex of lower case", Convert.ToHexStringLower),
        ("url", bytes => Uri.EscapeDataString(Encoding.UTF8.GetString(bytes))),
        ("form", bytes => System.Net.WebUtility.UrlEncode(Encoding.UTF8.GetString(bytes))),
        ("json", bytes => JsonSerializer.Serialize(Encoding.UTF8.GetString(bytes))),
    ];

    private static Gen<char> AnyOf(string chars) => Gen.Int[0, chars.Length - 1].Select(i => chars[i]);

    [Fact]
    public void A_secret_is_masked_in_each_encoding_wherever_it_begins() => Gen.Select(Secrets, Gen.String[Gen.Char['a', 'z'], 0, 5], Gen.String[Gen.Char['a', 'z'], 0, 5]).Sample((secret, before, after) =>
    {
        var redactor = new Redactor([secret], []);
        foreach (var (name, encode) in Encodings)
        {
            var alone = encode(Encoding.UTF8.GetBytes(secret));
            var text = encode(Encoding.UTF8.GetBytes(before + secret + after));
            var redacted = redactor.Redact($"<{text}>");
            Assert.True(redacted.Contains(Redactor.Mask, StringComparison.Ordinal), $"{name}: '{secret}' in {text} gives {redacted}");
            Assert.DoesNotContain(alone.Trim('=', '"'), redacted, StringComparison.OrdinalIgnoreCase);
        }
    }, iter: 500);

    [Fact]
    public void A_text_in_pieces_is_masked_as_a_whole_one() => Gen.Select(Secrets.Array[1, 3], Gen.OneOf(Texts, Secrets).Array[0, 8], Gen.Int[0, 1000]).Sample((secrets, parts, seed) =>
    {
        var redactor = new Redactor([.. secrets, "abc", "d"], []);
        var text = string.Join("", parts.Select((part, i) => i % 2 == 1 ? part + secrets[i % secrets.Length] + " d " : part));
        var random = new Random(seed);
        var stream = new RedactedStream(redactor);
        var result = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            result.Append(stream.Push(text.Substring(at, length)));
            at += length;
        }

        result.Append(stream.Flush());
        Assert.Equal(redactor.Redact(text), result.ToString());
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, result.ToString(), StringComparison.Ordinal);
    }, iter: 1000);

    [Fact]
    public void Key_material_is_masked_in_parts() => Gen.Select(Gen.Byte.Array[100, 400], Gen.Int[0, 50], Gen.Int[48, 100]).Sample((material, start, length) =>
    {
        var redactor = new Redactor([], [material]);
        var part = material.AsSpan(start, Math.Min(length, material.Length - start)).ToArray();
        foreach (var text in new[] { Convert.ToBase64String(part), Convert.ToHexString(part), Convert.ToHexStringLower(part) })
        {
            var redacted = redactor.Redact(text);
            Assert.Contains(Redactor.Mask, redacted, StringComparison.Ordinal);
            // What is left at the edges is less than a block.
            Assert.True(redacted.Split(Redactor.Mask).All(rest => rest.Length < 48), redacted);
        }
    }, iter: 300);

    [Fact]
    public void What_is_no_secret_stays() => Texts.Sample(text => Assert.Equal(text, new Redactor(["zzzz secret"], [new byte[64]]).Redact(text)));

    [Theory]
    [InlineData("the pin is 12.", "the pin is ***.")]
    [InlineData("at 12:30, 312 files, 12px", "at ***:30, 312 files, 12px")]
    public void A_short_secret_is_masked_where_it_stands_alone(string text, string masked) =>
        Assert.Equal(masked, new Redactor(["12"], []).Redact(text));

    [Fact]
    public void Passwords_that_everybody_knows_are_none() =>
        Assert.Equal("compiling the android shell", new Redactor(["android", "changeit", "", " "], []).Redact("compiling the android shell"));

    [Fact]
    public void Each_line_of_a_secret_of_several_lines_is_masked() =>
        Assert.Equal("x *** y", new Redactor(["-----BEGIN-----\r\nMIIEvQIBADANBgkq\r\n-----END-----"], []).Redact("x MIIEvQIBADANBgkq y"));

    [Fact]
    public void Secrets_that_overlap_are_masked_together() =>
        Assert.Equal("<***>", new Redactor(["abcdef", "defghi"], []).Redact("<abcdefghi>"));
}
