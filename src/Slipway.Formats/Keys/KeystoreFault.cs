namespace Slipway.Formats.Keys;

/// <summary>Why a keystore cannot be used.</summary>
public enum KeystoreFault
{
    /// <summary>The file is neither PKCS#12 nor JKS.</summary>
    UnknownFormat,

    /// <summary>The password does not open the keystore.</summary>
    WrongPassword,

    /// <summary>The keystore opens, but the password does not open the key.</summary>
    WrongKeyPassword,

    /// <summary>No entry has the alias, or none was given and there are several.</summary>
    NoSuchAlias,

    /// <summary>The entry is a certificate without a private key.</summary>
    NoPrivateKey,

    /// <summary>The key is neither RSA, EC nor DSA.</summary>
    UnsupportedKey,

    /// <summary>The structure of the file is broken.</summary>
    Corrupt,

    /// <summary>The file is encrypted in a way that is not read.</summary>
    UnsupportedCipher,

    /// <summary>The key has no certificate.</summary>
    NoCertificate,

    /// <summary>The password would have to be hashed unreasonably often.</summary>
    TooManyRounds,
}
