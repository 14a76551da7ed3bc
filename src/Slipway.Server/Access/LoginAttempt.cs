using Slipway.Server.Blobs;

namespace Slipway.Server.Access;

/// <summary>An attempt to log in: the three keys under which its failures are counted.</summary>
/// <param name="Pair">Account and network together.</param>
/// <param name="Account">The account, from any network.</param>
/// <param name="Network">The network, whatever the account.</param>
internal sealed record LoginAttempt(string Pair, string Account, string Network)
{
    /// <summary>Returns the keys of an attempt. They are hashes, so that the database holds no addresses.</summary>
    /// <param name="email">The email address, normalised.</param>
    /// <param name="network">The part of the network address that belongs to one subscriber.</param>
    public static LoginAttempt Of(string email, string network) => new(Key("pair", email, network), Key("account", email, ""), Key("network", "", network));

    private static string Key(string kind, string email, string network) => Sha256Text.Of(System.Text.Encoding.UTF8.GetBytes($"{kind}\n{network}\n{email}"));
}
