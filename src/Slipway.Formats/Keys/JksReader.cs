using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace Slipway.Formats.Keys;

/// <summary>Reads JKS, the old format of keytool, with BouncyCastle.</summary>
internal static class JksReader
{
    public static IReadOnlyList<KeystoreItem> Read(ReadOnlyMemory<byte> bytes, string password)
    {
        JksBounds.Check(bytes.Span);
        var store = Load(bytes, password);
        try
        {
            return [.. store.Aliases.OrderBy(alias => alias, StringComparer.Ordinal).Select(alias => Item(store, alias))];
        }
        catch (CryptographicException broken)
        {
            throw new KeystoreException(KeystoreFault.Corrupt, "a certificate cannot be read", inner: broken);
        }
    }

    private static JksStore Load(ReadOnlyMemory<byte> bytes, string password)
    {
        var store = new JksStore();
        try
        {
            store.Load(new MemoryStream(bytes.ToArray(), writable: false), password.ToCharArray());
            return store;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw fault.Message.Contains("password", StringComparison.OrdinalIgnoreCase)
                ? new KeystoreException(KeystoreFault.WrongPassword, "the password does not open the keystore, or its end is damaged", inner: fault)
                : new KeystoreException(KeystoreFault.Corrupt, "the structure is broken", inner: fault);
        }
    }

    private static KeystoreItem Item(JksStore store, string alias)
    {
        var name = NameOf(alias);
        if (!store.IsKeyEntry(alias))
            return new KeystoreItem(new KeystoreEntry(name, false, [Certificate(store.GetCertificate(alias))]), OpenKey: null);
        var chain = (store.GetCertificateChain(alias) ?? []).Select(Certificate).ToList();
        return new KeystoreItem(new KeystoreEntry(name, true, chain), password => OpenKey(store, alias, password));
    }

    /// <summary>
    /// Decodes a name, of which the library treats each byte as a character; Java writes modified UTF-8
    /// (java.io.DataOutput.writeUTF).
    /// </summary>
    private static string NameOf(string alias) =>
        alias.Any(c => c > byte.MaxValue) ? alias : ModifiedUtf8.TryDecode(Encoding.Latin1.GetBytes(alias)) ?? alias;

    private static byte[] OpenKey(JksStore store, string alias, string password)
    {
        try
        {
            return PrivateKeyInfoFactory.CreatePrivateKeyInfo(store.GetKey(alias, password.ToCharArray())).GetDerEncoded();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new KeystoreException(KeystoreFault.WrongKeyPassword, "the password does not open the key", alias, fault);
        }
    }

    private static X509Certificate2 Certificate(Org.BouncyCastle.X509.X509Certificate certificate) =>
        X509CertificateLoader.LoadCertificate(certificate.GetEncoded());
}
