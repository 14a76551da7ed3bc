namespace Slipway.Gateway.Configuration;

/// <summary>The certificate that the gateway presents to its clients.</summary>
/// <param name="Certificate">PEM file with the certificate and its intermediate certificates.</param>
/// <param name="Key">PEM file with its key.</param>
public sealed record ListenerTls(string Certificate, string Key);
