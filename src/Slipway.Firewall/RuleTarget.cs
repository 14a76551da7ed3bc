namespace Slipway.Firewall;

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

/// <summary>How an administrator uses a file of rules.</summary>
/// <param name="Try">How to check that the product accepts the file, without applying it.</param>
/// <param name="Apply">How to apply it.</param>
/// <param name="Undo">How to undo it.</param>
public sealed record RuleUsage(string Try, string Apply, string Undo);

/// <summary>The capacity of a product.</summary>
/// <param name="Most">The largest number that fits.</param>
/// <param name="What">What is counted, in the plural.</param>
/// <param name="Count">Counts it.</param>
public sealed record RuleLimit(int Most, string What, Func<RuleSet, int> Count)
{
    /// <summary>Whether only small models have this limit, so that exceeding it is a note and not an error.</summary>
    public bool OnlyTold { get; init; }

    /// <summary>An alternative to allowing fewer addresses; null when there is none.</summary>
    public Func<RuleSet, string>? WayOut { get; init; }

    internal bool IsExceeded(RuleSet rules) => Count(rules) > Most;

    internal string Tell(RuleSet rules, string target) =>
        $"{target} holds {Most} {What}; these are {Count(rules)}." + (WayOut is null ? "" : " " + WayOut(rules));
}
