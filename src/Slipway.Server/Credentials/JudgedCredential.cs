using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>A credential that was checked and has no errors.</summary>
/// <param name="Alias">The alias of the key in a keystore.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="Warnings">What will hinder a build, now or soon.</param>
internal sealed record JudgedCredential(string? Alias, CredentialFacts Facts, DateTimeOffset ExpiresAt, IReadOnlyList<Problem> Warnings);
