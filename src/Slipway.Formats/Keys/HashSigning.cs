using System.Security.Cryptography;

namespace Slipway.Formats.Keys;

/// <summary>Requests the signature of a hash from the holder of the key.</summary>
/// <param name="hash">The hash.</param>
/// <param name="algorithm">The algorithm of the hash.</param>
/// <returns>An RSA signature as a number, or the concatenation of r and s for ECDSA and DSA.</returns>
public delegate byte[] HashSigning(byte[] hash, HashAlgorithmName algorithm);
