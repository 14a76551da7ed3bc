namespace Slipway.Gateway.Learning;

/// <summary>What a log of decisions teaches.</summary>
/// <param name="Hosts">Hosts that were asked for as a list could allow them, by name.</param>
/// <param name="LeftOut">How many requests were not learned from, by reason: those that no list should allow.</param>
/// <param name="Lines">Lines that were read.</param>
/// <param name="Damaged">Lines that are no decisions.</param>
public sealed record Lesson(IReadOnlyList<LearnedHost> Hosts, IReadOnlyDictionary<string, int> LeftOut, int Lines, int Damaged);
