namespace Slipway.Gateway.Firewall;

/// <summary>An entry of the published list.</summary>
/// <param name="Prefix">The addresses.</param>
/// <param name="Service">The service that uses them, such as CLOUDFRONT.</param>
/// <param name="Region">Their region, such as GLOBAL.</param>
public sealed record PublishedPrefix(CidrPrefix Prefix, string Service, string Region);
