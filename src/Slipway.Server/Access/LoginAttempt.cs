using Slipway.Server.Blobs;

namespace Slipway.Server.Access;

/// <summary>A login that is tried, by the names under which failures are counted.</summary>
/// <param name="Pair">Account and network together.</param>
/// <param name="Account">The account, from anywhere.</param>
/// <param name="Network">The network, whatever the account.</param>
internal sealed record LoginAttempt(string Pair, string Account, string Network)
{
    /// <summary>The names of a login. Only hashes are kept.</summary>
    /// <param name="email">The email address, normalised.</param>
    /// <param name="network">The part of the network address that one customer has.</param>
    public static LoginAttempt Of(string email, string network) => new(Key("pair", email, network), Key("account", email, ""), Key("network", "", network));

    private static string Key(string kind, string email, string network) => Sha256Text.Of(System.Text.Encoding.UTF8.GetBytes($"{kind}\n{network}\n{email}"));
}
