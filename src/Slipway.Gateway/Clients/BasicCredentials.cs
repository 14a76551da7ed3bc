using System.Text;

namespace Slipway.Gateway.Clients;

/// <summary>The user and the password that a client sends (RFC 7617).</summary>
/// <param name="User">The name of the user, not yet verified.</param>
/// <param name="Password">The password in UTF-8.</param>
public sealed record BasicCredentials(string User, byte[] Password)
{
    // Passwords that people type are shorter. Longer ones only cost time to hash.
    private const int MostCharacters = 1024;

    /// <summary>Reads the value of a header field; null when it is not Basic authentication.</summary>
    public static BasicCredentials? Parse(string? header)
    {
        if (header is null || header.Length > MostCharacters || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var token = header.AsSpan(6).Trim(' ');
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64Chars(token, bytes, out var length))
            return null;
        var colon = bytes.AsSpan(0, length).IndexOf((byte)':');
        if (colon < 1 || bytes.AsSpan(0, length).IndexOfAnyInRange((byte)0, (byte)0x1f) >= 0)
            return null;
        try
        {
            return new BasicCredentials(new UTF8Encoding(false, true).GetString(bytes, 0, colon), bytes[(colon + 1)..length]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => User;
}
