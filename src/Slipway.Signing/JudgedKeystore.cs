using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>A keystore that was opened.</summary>
/// <param name="Alias">The alias of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Problems">What is wrong with it, errors among it; empty when all is well.</param>
public sealed record JudgedKeystore(string Alias, SigningKey Key, IReadOnlyList<Problem> Problems);
