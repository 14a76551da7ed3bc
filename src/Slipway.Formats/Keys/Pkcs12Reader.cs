using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Slipway.Formats.Keys;

/// <summary>Reads PKCS#12 (RFC 7292) with all its aliases. A key belongs to the certificate with the same local key id.</summary>
internal static class Pkcs12Reader
{
    private const string FriendlyName = "1.2.840.113549.1.9.20";
    private const string LocalKeyId = "1.2.840.113549.1.9.21";

    /// <summary>Encoded object identifier of PBMAC1 (RFC 8018, A.5; RFC 9579).</summary>
    private static ReadOnlySpan<byte> Pbmac1 => [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0e];

    public static IReadOnlyList<KeystoreItem> Read(ReadOnlyMemory<byte> bytes, string password)
    {
        var rounds = KeyDerivationBudget.RoundsOf(bytes);
        var info = Decode(bytes, rounds);
        // Keys are decrypted on demand only.
        KeyDerivationBudget.ForOpening().Spend(rounds - RoundsOfOpenKeys(info));
        var found = FindPassword(info, password, bytes.Span);
        try
        {
            var bags = info.AuthenticatedSafe.SelectMany(contents => Open(contents, found)).ToList();
            return Items(bags, KeyDerivationBudget.ForKeys(), given => given == password ? found : given);
        }
        catch (Exception broken) when (IsFaultOfInput(broken))
        {
            if (EncryptionNames.FindUnsupported(bytes) is { } cipher)
                throw Unsupported(cipher, null, broken);
            throw IsCheckSumKnown(info, password, bytes.Span)
                ? new KeystoreException(KeystoreFault.Corrupt, "the contents cannot be read", inner: broken)
                : new KeystoreException(KeystoreFault.WrongPassword, "the password does not open the keystore", inner: broken);
        }
    }

    /// <summary>Returns whether an exception means bad input; the platform's decoder also throws the exceptions of its ASN.1 reader.</summary>
    private static bool IsFaultOfInput(Exception fault) => fault is CryptographicException or System.Formats.Asn1.AsnContentException or ArgumentException;

    // The decoder treats a number of rounds above Int32 as a malformed structure.
    private static Pkcs12Info Decode(ReadOnlyMemory<byte> bytes, BigInteger rounds)
    {
        if (rounds > int.MaxValue)
            KeyDerivationBudget.ForOpening().Spend(rounds);
        try
        {
            return Pkcs12Info.Decode(bytes, out _);
        }
        catch (Exception broken) when (IsFaultOfInput(broken))
        {
            throw new KeystoreException(KeystoreFault.Corrupt, "the structure of PKCS#12 is broken", inner: broken);
        }
    }

    private static BigInteger RoundsOfOpenKeys(Pkcs12Info info)
    {
        try
        {
            return info.AuthenticatedSafe.Where(contents => contents.ConfidentialityMode == Pkcs12ConfidentialityMode.None)
                .SelectMany(contents => contents.GetBags())
                .OfType<Pkcs12ShroudedKeyBag>()
                .Aggregate(BigInteger.Zero, (sum, bag) => sum + KeyDerivationBudget.RoundsOf(bag.EncryptedPkcs8PrivateKey));
        }
        catch (Exception broken) when (IsFaultOfInput(broken))
        {
            throw new KeystoreException(KeystoreFault.Corrupt, "the contents cannot be read", inner: broken);
        }
    }

    /// <summary>
    /// Returns the password in the form that opens the file: OpenSSL before 1.1.0 treated each byte of UTF-8 as a character (its NEWS
    /// for 1.1.0).
    /// </summary>
    private static string FindPassword(Pkcs12Info info, string password, ReadOnlySpan<byte> file)
    {
        // Without a MAC, a wrong password is detected when the contents are decrypted.
        if (!IsCheckSumKnown(info, password, file))
            return password;
        try
        {
            if (info.VerifyMac(password))
                return password;
            var bytewise = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(password));
            if (bytewise != password && info.VerifyMac(bytewise))
                return bytewise;
        }
        catch (Exception broken) when (IsFaultOfInput(broken))
        {
            throw new KeystoreException(KeystoreFault.Corrupt, "the MAC cannot be computed", inner: broken);
        }

        throw new KeystoreException(KeystoreFault.WrongPassword, "the password does not open the keystore");
    }

    // The platform does not support PBMAC1. It also repeats a password as characters instead of bytes, which splits surrogate pairs.
    private static bool IsCheckSumKnown(Pkcs12Info info, string password, ReadOnlySpan<byte> file) =>
        info.IntegrityMode == Pkcs12IntegrityMode.Password && file.IndexOf(Pbmac1) < 0 && !password.Any(char.IsSurrogate);

    private static KeystoreException Unsupported(string cipher, string? alias, Exception inner) =>
        new(KeystoreFault.UnsupportedCipher, $"it is encrypted with {cipher}", alias, inner);

    private static IEnumerable<Pkcs12SafeBag> Open(Pkcs12SafeContents contents, string password)
    {
        if (contents.ConfidentialityMode == Pkcs12ConfidentialityMode.Password)
            contents.Decrypt(password);
        return contents.GetBags();
    }

    private static List<KeystoreItem> Items(List<Pkcs12SafeBag> bags, KeyDerivationBudget budget, Func<string, string> form)
    {
        var certificates = bags.OfType<Pkcs12CertBag>()
            .Where(bag => bag.IsX509Certificate)
            .Select(bag => (Name: NameOf(bag), Key: KeyOf(bag), Certificate: bag.GetCertificate()))
            .ToList();
        var items = new List<KeystoreItem>();
        var unnamed = 0;
        foreach (var bag in bags)
        {
            if (OpenerOf(bag, budget) is not { } opener)
                continue;
            var key = KeyOf(bag);
            // Java numbers the entries without a name (sun.security.pkcs12.PKCS12KeyStore, getUnfriendlyName).
            var alias = NameOf(bag) ?? $"{++unnamed}";
            var own = certificates.FindIndex(certificate => key is not null && certificate.Key == key);
            if (own < 0)
                own = OnlyLeaf(certificates.ConvertAll(certificate => certificate.Certificate));
            var chain = own < 0 ? [] : Chain(certificates[own].Certificate, certificates.ConvertAll(certificate => certificate.Certificate));
            items.Add(new KeystoreItem(new KeystoreEntry(alias, true, chain), password => opener(alias, form(password))));
        }

        foreach (var (name, key, certificate) in certificates)
        {
            if (name is not null && key is null && items.TrueForAll(item => !item.Entry.Chain.Contains(certificate)))
                items.Add(new KeystoreItem(new KeystoreEntry(name, false, [certificate]), OpenKey: null));
        }

        return items;
    }

    /// <summary>
    /// Returns the certificate of the key in a file without local key ids: the only one that did not issue another; -1 when there is
    /// no such single one.
    /// </summary>
    private static int OnlyLeaf(List<X509Certificate2> certificates)
    {
        var leaves = certificates.FindAll(own => !certificates.Exists(other =>
            other != own && other.IssuerName.RawData.AsSpan().SequenceEqual(own.SubjectName.RawData)));
        return leaves.Count == 1 ? certificates.IndexOf(leaves[0]) : -1;
    }

    private static List<X509Certificate2> Chain(X509Certificate2 own, List<X509Certificate2> all)
    {
        var chain = new List<X509Certificate2> { own };
        while (all.Find(next => !chain.Contains(next) && next.SubjectName.RawData.AsSpan().SequenceEqual(chain[^1].IssuerName.RawData)) is { } issuer)
            chain.Add(issuer);
        return chain;
    }

    private static Func<string, string, byte[]>? OpenerOf(Pkcs12SafeBag bag, KeyDerivationBudget budget) => bag switch
    {
        Pkcs12ShroudedKeyBag shrouded => (alias, password) => Decrypt(shrouded, alias, password, budget),
        Pkcs12KeyBag plain => (_, _) => plain.Pkcs8PrivateKey.ToArray(),
        _ => null,
    };

    private static byte[] Decrypt(Pkcs12ShroudedKeyBag bag, string alias, string password, KeyDerivationBudget budget)
    {
        budget.Spend(bag.EncryptedPkcs8PrivateKey);
        try
        {
            return Pkcs8PrivateKeyInfo.DecryptAndDecode(password, bag.EncryptedPkcs8PrivateKey, out _).Encode();
        }
        catch (Exception fault) when (IsFaultOfInput(fault))
        {
            throw EncryptionNames.FindUnsupported(bag.EncryptedPkcs8PrivateKey) is { } cipher
                ? Unsupported(cipher, alias, fault)
                : new KeystoreException(KeystoreFault.WrongKeyPassword, "the password does not open the key", alias, fault);
        }
    }

    private static string? NameOf(Pkcs12SafeBag bag)
    {
        var encoded = Attribute(bag, FriendlyName);
        if (encoded is null)
            return null;
        var reader = new System.Formats.Asn1.AsnReader(encoded.RawData, System.Formats.Asn1.AsnEncodingRules.BER);
        try
        {
            return reader.ReadCharacterString(System.Formats.Asn1.UniversalTagNumber.BMPString);
        }
        catch (System.Formats.Asn1.AsnContentException)
        {
            return null;
        }
    }

    private static string? KeyOf(Pkcs12SafeBag bag) =>
        Attribute(bag, LocalKeyId) is { } encoded ? Convert.ToHexString(encoded.RawData) : null;

    private static AsnEncodedData? Attribute(Pkcs12SafeBag bag, string oid)
    {
        foreach (var attribute in bag.Attributes)
        {
            if (attribute.Oid?.Value == oid && attribute.Values.Count > 0)
                return attribute.Values[0];
        }

        return null;
    }
}
