using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>A credential that was checked and has no errors.</summary>
/// <param name="Alias">The alias of the key in a keystore.</param>
/// <param name="Facts">The facts about it.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Warnings">Warnings about what makes a build fail, now or soon.</param>
internal sealed record JudgedCredential(string? Alias, CredentialFacts Facts, DateTimeOffset ExpiresAt, IReadOnlyList<Problem> Warnings);
