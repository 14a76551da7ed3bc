using System.Buffers.Text;
using System.Security.Cryptography;

namespace Slipway.Server.Access;

/// <summary>
/// The text of a token: <c>slw_PREFIX_SECRET</c>. The prefix finds the row. The secret has 256 random bits; the database keeps
/// only its SHA-256, which suffices because nobody can guess such a secret.
/// </summary>
internal static class AccessToken
{
    private const string Mark = "slw_";
    private const int PrefixLength = 8;
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const string PrefixAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Creates a token.</summary>
    public static (string Text, string Prefix, byte[] Hash) Create()
    {
        var prefix = RandomNumberGenerator.GetString(PrefixAlphabet, PrefixLength);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return ($"{Mark}{prefix}_{secret}", prefix, Hash(secret));
    }

    /// <summary>Parses a token; returns null if the text is not one.</summary>
    public static (string Prefix, byte[] Hash)? Parse(string text) =>
        text.Length == Mark.Length + PrefixLength + 1 + SecretLength && text.StartsWith(Mark, StringComparison.Ordinal) && text[Mark.Length + PrefixLength] == '_'
            ? (text.Substring(Mark.Length, PrefixLength), Hash(text[(Mark.Length + PrefixLength + 1)..]))
            : null;

    private static byte[] Hash(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));
}
