using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>A request for a key in a keystore.</summary>
/// <param name="File">The keystore.</param>
/// <param name="Password">Password of the keystore.</param>
/// <param name="Alias">Alias of the key; null when there is only one.</param>
/// <param name="KeyPassword">Password of the key; null when it is the keystore's.</param>
public sealed record KeystoreRequest(CredentialFile File, PasswordSource Password, string? Alias, PasswordSource? KeyPassword);

/// <summary>An opened and checked keystore.</summary>
/// <param name="Alias">The alias of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Problems">The problems of the key, of all severities; empty when there are none.</param>
public sealed record JudgedKeystore(string Alias, SigningKey Key, IReadOnlyList<Problem> Problems);
