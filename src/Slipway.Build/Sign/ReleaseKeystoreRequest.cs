using Slipway.Formats.Keys;

namespace Slipway.Build.Sign;

/// <summary>A request to make a keystore.</summary>
/// <param name="Path">Path of the new file; it must not exist.</param>
/// <param name="Alias">Name of the key.</param>
/// <param name="Subject">Owner of the key as a distinguished name.</param>
/// <param name="Password">Password of keystore and key.</param>
/// <param name="ValidYears">How many years the certificate is valid.</param>
/// <param name="Algorithm">Kind of key.</param>
public sealed record ReleaseKeystoreRequest(string Path, string Alias, string Subject, string Password, int ValidYears, KeyAlgorithm Algorithm);
