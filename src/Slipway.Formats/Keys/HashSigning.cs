using System.Security.Cryptography;

namespace Slipway.Formats.Keys;

/// <summary>Has a hash signed by whoever holds the key.</summary>
/// <param name="hash">The hash.</param>
/// <param name="algorithm">What it was made with.</param>
/// <returns>An RSA signature as a number, or r and s of ECDSA one after the other.</returns>
public delegate byte[] HashSigning(byte[] hash, HashAlgorithmName algorithm);
