namespace Slipway.Gateway.Learning;

/// <summary>The hosts learned from a log of decisions.</summary>
/// <param name="Hosts">Requested hosts that an allow list could name, sorted by name.</param>
/// <param name="LeftOut">The number of requests by reason that were not learned from, because no list should allow them.</param>
/// <param name="Lines">The number of lines read.</param>
/// <param name="Damaged">The number of lines that are not decisions.</param>
public sealed record LearningResult(IReadOnlyList<LearnedHost> Hosts, IReadOnlyDictionary<string, int> LeftOut, int Lines, int Damaged);
