namespace Slipway.Formats.Keys;

/// <summary>Kinds of keys for new keystores.</summary>
public enum KeyAlgorithm
{
    /// <summary>RSA of 2048 bits: universally supported, fast to sign with.</summary>
    Rsa2048,

    /// <summary>RSA of 3072 bits.</summary>
    Rsa3072,

    /// <summary>RSA of 4096 bits, which app stores recommend for keys that are used for decades.</summary>
    Rsa4096,

    /// <summary>EC on the curve P-256.</summary>
    EcP256,

    /// <summary>EC on the curve P-384.</summary>
    EcP384,
}
