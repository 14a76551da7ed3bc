namespace Slipway.Formats.Keys;

/// <summary>An entry with the function that opens its key.</summary>
/// <param name="Entry">The public part of the entry.</param>
/// <param name="OpenKey">Decrypts the key with a password to a PrivateKeyInfo (RFC 5208); null without a key.</param>
internal sealed record KeystoreItem(KeystoreEntry Entry, Func<string, byte[]>? OpenKey);
