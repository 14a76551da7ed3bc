namespace Slipway.Formats.Keys;

/// <summary>Kinds of keys that are made.</summary>
public enum KeyAlgorithm
{
    /// <summary>RSA of 2048 bits: understood by all, quick to sign with.</summary>
    Rsa2048,

    /// <summary>RSA of 3072 bits.</summary>
    Rsa3072,

    /// <summary>RSA of 4096 bits, what shops recommend for keys that live for decades.</summary>
    Rsa4096,

    /// <summary>EC on the curve P-256.</summary>
    EcP256,

    /// <summary>EC on the curve P-384.</summary>
    EcP384,
}
