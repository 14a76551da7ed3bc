namespace Slipway.Gateway.Firewall;

/// <summary>A line of the published list.</summary>
/// <param name="Prefix">The addresses.</param>
/// <param name="Service">Whose they are, such as CLOUDFRONT.</param>
/// <param name="Region">Where they are, such as GLOBAL.</param>
public sealed record PublishedPrefix(Prefix Prefix, string Service, string Region);
