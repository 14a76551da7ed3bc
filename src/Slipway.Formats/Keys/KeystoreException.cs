namespace Slipway.Formats.Keys;

/// <summary>A keystore cannot be used. The message never contains a password.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
/// <param name="alias">The entry at fault.</param>
/// <param name="inner">The underlying exception.</param>
public sealed class KeystoreException(KeystoreFault fault, string reason, string? alias = null, Exception? inner = null)
    : MalformedInputException("keystore", reason, entry: alias, inner: inner)
{
    /// <summary>The reason as a code.</summary>
    public KeystoreFault Fault { get; } = fault;

    /// <summary>The recognised kind of a file in an unknown format.</summary>
    public UnsupportedKeystore Foreign { get; init; }
}

/// <summary>Reasons why a keystore cannot be used.</summary>
public enum KeystoreFault
{
    /// <summary>The file is neither PKCS#12 nor JKS.</summary>
    UnknownFormat,

    /// <summary>The password does not open the keystore.</summary>
    WrongPassword,

    /// <summary>The keystore opens, but the password does not open the key.</summary>
    WrongKeyPassword,

    /// <summary>No entry has the alias, or no alias was given and there are several keys.</summary>
    NoSuchAlias,

    /// <summary>The entry is a certificate without a private key.</summary>
    NoPrivateKey,

    /// <summary>The key is neither RSA, EC nor DSA.</summary>
    UnsupportedKey,

    /// <summary>The structure of the file is malformed.</summary>
    Corrupt,

    /// <summary>The encryption of the file is not supported.</summary>
    UnsupportedCipher,

    /// <summary>The key has no certificate.</summary>
    NoCertificate,

    /// <summary>Opening the keystore takes more rounds of key derivation than are allowed.</summary>
    TooManyRounds,
}
