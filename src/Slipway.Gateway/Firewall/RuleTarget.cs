namespace Slipway.Gateway.Firewall;

/// <summary>A product that enforces rules.</summary>
/// <param name="Name">As it is given to <c>--format</c>.</param>
/// <param name="Title">The product, for people.</param>
public sealed record RuleTarget(string Name, string Title)
{
    /// <summary>Renders rules by name, without the lines that say what they are; null when the product knows no names.</summary>
    public Func<RuleSet, string>? ByDomain { get; init; }

    /// <summary>Renders rules by address, without the lines that say what they are; null when the product's rules are by name.</summary>
    public Func<RuleSet, string>? ByAddress { get; init; }

    /// <summary>How a line begins that the product skips; null when its format has no such lines.</summary>
    public string? Comment { get; init; }

    /// <summary>What comes before the first comment, such as the line that names an interpreter.</summary>
    public string? FirstLine { get; init; }

    /// <summary>How the file is tried, applied and undone.</summary>
    public RuleUsage? Usage { get; init; }

    /// <summary>What an administrator has to know about this product.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How much it holds.</summary>
    public IReadOnlyList<RuleLimit> Limits { get; init; } = [];

    /// <summary>Do its rules open port 53, so that name servers have to be given?</summary>
    public bool OpensNameServers { get; init; }

    /// <summary>Is it a list that a device fetches, and that can be cut into pages?</summary>
    public bool IsList { get; init; }

    /// <summary>How many prefixes of each family are in one part, when the rules can be cut into several; null when they cannot.</summary>
    public Func<RuleSet, int>? PartSize { get; init; }
}
