using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipway.Formats.Keys;

/// <summary>
/// A keystore: PKCS#12 (RFC 7292; the export format of keytool, openssl and keychains) or JKS (the older format of keytool). Keys
/// stay in memory and are not added to a key store of the system.
/// </summary>
public sealed class Keystore
{
    private const uint JksMagic = 0xfeedfeed;
    private const byte DerSequence = 0x30;

    private readonly IReadOnlyList<KeystoreItem> _items;
    private readonly string _password;
    private readonly bool _keysHavePasswords;

    private Keystore(IReadOnlyList<KeystoreItem> items, string password, bool keysHavePasswords)
    {
        _items = items;
        _password = password;
        _keysHavePasswords = keysHavePasswords;
        Entries = [.. items.Select(item => item.Entry)];
    }

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<KeystoreEntry> Entries { get; }

    /// <summary>Opens a keystore.</summary>
    /// <exception cref="KeystoreException">The keystore cannot be read, or the password is wrong.</exception>
    public static Keystore Load(ReadOnlyMemory<byte> bytes, string password)
    {
        var span = bytes.Span;
        if (span.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(span) == JksMagic)
            return new Keystore(JksReader.Read(bytes, password), password, keysHavePasswords: true);
        if (span.Length >= 4 && span[0] == DerSequence && !UnsupportedKeystores.IsOtherDer(bytes))
            return new Keystore(Pkcs12Reader.Read(bytes, password), password, keysHavePasswords: false);
        var format = span.Length >= 4 && span[0] == DerSequence ? UnsupportedKeystore.Der : UnsupportedKeystores.Recognise(span);
        throw new KeystoreException(KeystoreFault.UnknownFormat, "the file is neither PKCS#12 nor JKS") { Foreign = format };
    }

    /// <summary>Returns a key by alias.</summary>
    /// <param name="alias">The alias, ignoring case; null for the only key.</param>
    /// <param name="keyPassword">The password of the key; null when it is that of the keystore.</param>
    /// <exception cref="KeystoreException">There is no such key, or the password is wrong.</exception>
    public SigningKey GetKey(string? alias, string? keyPassword = null) => Open(Find(alias), keyPassword);

    /// <summary>Returns the key of an entry; several entries can have the same alias.</summary>
    /// <param name="entry">One of <see cref="Entries"/>.</param>
    /// <exception cref="KeystoreException">The entry is not a key, or its password is not that of the keystore.</exception>
    public SigningKey GetKey(KeystoreEntry entry) => Open(_items.First(item => ReferenceEquals(item.Entry, entry)), keyPassword: null);

    private SigningKey Open(KeystoreItem item, string? keyPassword)
    {
        if (item.OpenKey is null)
            throw new KeystoreException(KeystoreFault.NoPrivateKey, "the entry has no private key", item.Entry.Alias);
        if (item.Entry.Chain.Count == 0)
            throw new KeystoreException(KeystoreFault.NoCertificate, "the key has no certificate", item.Entry.Alias);
        var privateKey = OpenKey(item.OpenKey, keyPassword);
        try
        {
            return new SigningKey(Import(privateKey, item.Entry.Alias), item.Entry.Chain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privateKey);
        }
    }

    // For PKCS#12, keytool ignores a separate password for the key, with a warning, and uses that of the keystore.
    private byte[] OpenKey(Func<string, byte[]> open, string? keyPassword)
    {
        try
        {
            return open(keyPassword ?? _password);
        }
        catch (KeystoreException e) when (e.Fault == KeystoreFault.WrongKeyPassword && !_keysHavePasswords && keyPassword is not null)
        {
            return open(_password);
        }
    }

    private KeystoreItem Find(string? alias)
    {
        if (alias is null)
        {
            var keys = _items.Where(item => item.OpenKey is not null).ToList();
            return keys.Count switch
            {
                1 => keys[0],
                0 => throw new KeystoreException(KeystoreFault.NoPrivateKey, "the keystore has no private key"),
                _ => throw new KeystoreException(KeystoreFault.NoSuchAlias, $"the keystore has several keys: {Names()}"),
            };
        }

        return _items.FirstOrDefault(item => item.Entry.Alias == alias)
            ?? _items.FirstOrDefault(item => string.Equals(item.Entry.Alias, alias, StringComparison.OrdinalIgnoreCase))
            ?? throw new KeystoreException(KeystoreFault.NoSuchAlias, $"the keystore has no such alias; it has {Names()}", alias);
    }

    private string Names() => string.Join(", ", Entries.Select(entry => $"'{entry.Alias}'"));

    private static AsymmetricAlgorithm Import(byte[] privateKey, string alias) =>
        TryImport(RSA.Create(), privateKey) ?? TryImport(ECDsa.Create(), privateKey) ?? TryImport(DSA.Create(), privateKey)
        ?? throw new KeystoreException(KeystoreFault.UnsupportedKey, "the key is neither RSA, EC nor DSA", alias);

    private static AsymmetricAlgorithm? TryImport(AsymmetricAlgorithm key, byte[] privateKey)
    {
        try
        {
            key.ImportPkcs8PrivateKey(privateKey, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
