namespace Slipway.Gateway.Configuration;

/// <summary>The certificate with which the gateway meets its clients.</summary>
/// <param name="Certificate">PEM file with the certificate, and those between it and its authority.</param>
/// <param name="Key">PEM file with its key.</param>
public sealed record ListenerTls(string Certificate, string Key);
