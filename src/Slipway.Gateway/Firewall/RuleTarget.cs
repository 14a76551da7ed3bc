namespace Slipway.Gateway.Firewall;

/// <summary>A product that enforces rules.</summary>
/// <param name="Name">The value of <c>--format</c>.</param>
/// <param name="Title">The name of the product, for people.</param>
public sealed record RuleTarget(string Name, string Title)
{
    /// <summary>Renders rules by name, without the comments; null when the product does not support names.</summary>
    public Func<RuleSet, string>? ByDomain { get; init; }

    /// <summary>Renders rules by address, without the comments; null when the product does not support addresses.</summary>
    public Func<RuleSet, string>? ByAddress { get; init; }

    /// <summary>The prefix of a comment line; null when the format has no comments.</summary>
    public string? Comment { get; init; }

    /// <summary>Text before the first comment, such as the line that names an interpreter.</summary>
    public string? FirstLine { get; init; }

    /// <summary>How to try, apply and undo the file.</summary>
    public RuleUsage? Usage { get; init; }

    /// <summary>What an administrator has to know about this product.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The capacities of the product.</summary>
    public IReadOnlyList<RuleLimit> Limits { get; init; } = [];

    /// <summary>Whether the rules open port 53, so that name servers should be named.</summary>
    public bool OpensNameServers { get; init; }

    /// <summary>Whether the file is a list that a device fetches and that can be split into pages.</summary>
    public bool IsList { get; init; }

    /// <summary>Returns the number of prefixes of each family in one part; null when the rules cannot be split.</summary>
    public Func<RuleSet, int>? PartSize { get; init; }
}
