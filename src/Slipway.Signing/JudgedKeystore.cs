using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>An opened and checked keystore.</summary>
/// <param name="Alias">The alias of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Problems">The problems of the key, of all severities; empty when there are none.</param>
public sealed record JudgedKeystore(string Alias, SigningKey Key, IReadOnlyList<Problem> Problems);
