namespace Slipway.Gateway.Configuration;

/// <summary>A rule as somebody wrote it.</summary>
/// <param name="Text">As in <c>*.example.com:443</c>.</param>
/// <param name="Place">Where it was written, for people.</param>
public sealed record RuleText(string Text, string Place)
{
    /// <summary>The word that stands for all hosts of the builder.</summary>
    public const string Builder = "Builder";

    /// <summary>Whether what goes through has to be TLS with the name of the rule.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Does it stand for the builder's hosts?</summary>
    public bool IsBuilder => Text.Equals(Builder, StringComparison.OrdinalIgnoreCase);
}
