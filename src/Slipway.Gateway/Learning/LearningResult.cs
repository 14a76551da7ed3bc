namespace Slipway.Gateway.Learning;

/// <summary>The hosts learned from a log of decisions.</summary>
/// <param name="Hosts">Requested hosts that an allow list could name, sorted by name.</param>
/// <param name="LeftOut">The number of requests by reason that were not learned from, because no list should allow them.</param>
/// <param name="Lines">The number of lines read.</param>
/// <param name="Damaged">The number of lines that are not decisions.</param>
public sealed record LearningResult(IReadOnlyList<LearnedHost> Hosts, IReadOnlyDictionary<string, int> LeftOut, int Lines, int Damaged);

/// <summary>A host and port that clients requested.</summary>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="Count">The number of requests.</param>
/// <param name="First">When the first request came.</param>
/// <param name="Last">When the last request came.</param>
/// <param name="Clients">The number of different clients.</param>
/// <param name="IsListed">Whether a rule already allowed the host.</param>
public sealed record LearnedHost(string Host, int Port, int Count, DateTimeOffset First, DateTimeOffset Last, int Clients, bool IsListed)
{
    /// <summary>The host as a rule of an allow list.</summary>
    public string Rule => Port == Policy.AllowRule.DefaultPort ? Host : $"{Host}:{Port}";
}
