using System.Formats.Asn1;

namespace Slipway.Build.Read.Selection;

/// <summary>
/// Looks into files whose names do not reveal their content: a certificate that the app compares with its server's belongs to the app, but
/// the key beside it does not.
/// </summary>
internal static class SecretContent
{
    private const int Looked = 1 << 20;
    private const int LongestPassword = 200;

    // PKCS #5, password-based encryption: an encrypted PKCS #8 key begins with its object identifier.
    private const string PasswordBased = "1.2.840.113549.1.5.";

    private static readonly HashSet<string> KeyFormats = new(StringComparer.OrdinalIgnoreCase) { ".pem", ".key", ".crt", ".cer", ".cert", ".der", ".asc" };

    private static readonly string[] Passwords = ["password", "passphrase", "passwd"];

    private static readonly string[] Accounts = ["service", "adminsdk", "credential", "firebase"];

    /// <summary>Returns whether a file holds a private key, or the passwords of one.</summary>
    public static bool IsIn(AppFile file)
    {
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        if (KeyFormats.Contains(Path.GetExtension(name)))
            return Head(file) is var head && (IsKeyText(head) || IsKey(head));
        if (IsPasswordFile(name))
            return file.Length <= LongestPassword && Head(file).AsSpan().TrimEnd("\r\n"u8).IndexOf((byte)'\n') < 0;
        if (name.Equals("build.json", StringComparison.OrdinalIgnoreCase) || name.StartsWith("capacitor.config.", StringComparison.OrdinalIgnoreCase))
            return NamesKeystorePassword(Head(file));
        return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && Array.Exists(Accounts, a => name.Contains(a, StringComparison.OrdinalIgnoreCase)) && IsKeyText(Head(file));
    }

    private static bool IsPasswordFile(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is "" or ".txt" && Array.Exists(Passwords, p => name.Contains(p, StringComparison.OrdinalIgnoreCase));

    // Cordova's build.json; buildOptions of Capacitor.
    private static bool NamesKeystorePassword(ReadOnlySpan<byte> text) =>
        text.IndexOf("storePassword"u8) >= 0 || text.IndexOf("keystorePassword"u8) >= 0 || text.IndexOf("keystoreAliasPassword"u8) >= 0;

    private static byte[] Head(AppFile file)
    {
        using var stream = file.Open();
        var head = new byte[Math.Min(file.Length, Looked)];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    // RFC 7468 and its forerunners, OpenSSH, PGP: -----BEGIN ... PRIVATE KEY-----, and with BLOCK.
    private static bool IsKeyText(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf("-----BEGIN "u8); at >= 0;)
        {
            text = text[(at + "-----BEGIN "u8.Length)..];
            var end = text.IndexOf("-----"u8);
            if (end >= 0 && text[..end].IndexOf("PRIVATE KEY"u8) >= 0)
                return true;
            at = text.IndexOf("-----BEGIN "u8);
        }

        return false;
    }

    // Keys in PKCS #1, PKCS #8 and SEC 1, and PKCS #12, begin with a version; a certificate does not.
    private static bool IsKey(ReadOnlyMemory<byte> head)
    {
        try
        {
            var inner = new AsnReader(head, AsnEncodingRules.BER).ReadSequence();
            if (inner.PeekTag() == Asn1Tag.Integer)
                return inner.TryReadInt32(out var version) && version is >= 0 and <= 3;
            return inner.PeekTag() == Asn1Tag.Sequence && inner.ReadSequence() is var algorithm && algorithm.PeekTag() == Asn1Tag.ObjectIdentifier
                && algorithm.ReadObjectIdentifier().StartsWith(PasswordBased, StringComparison.Ordinal);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
