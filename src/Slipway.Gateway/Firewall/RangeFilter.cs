namespace Slipway.Gateway.Firewall;

/// <summary>Selects entries of the list. A prefix is usually listed twice, as AMAZON and as its service, so only the named service counts.</summary>
/// <param name="Service">Such as CLOUDFRONT.</param>
/// <param name="Region">Such as GLOBAL; null for all.</param>
public sealed record RangeFilter(string Service, string? Region)
{
    /// <summary>Selects the addresses of Amazon's content delivery network.</summary>
    public static RangeFilter Cdn { get; } = new("CLOUDFRONT", null);

    /// <summary>Returns whether an entry is selected.</summary>
    public bool Takes(PublishedPrefix prefix) => prefix.Service == Service && (Region is null || prefix.Region == Region);

    /// <inheritdoc/>
    public override string ToString() => $"service={Service} region={Region ?? "all"}";

    /// <summary>Returns whether the word can be the name of a service or region. Names are written into rule files, so nothing else is accepted.</summary>
    public static bool IsWord(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
