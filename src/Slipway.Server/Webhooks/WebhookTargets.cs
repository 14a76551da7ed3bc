using System.Net;
using Slipway.Protocol.Network;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Webhooks;

/// <summary>
/// Decides which addresses webhooks may have. The check when a webhook is created is repeated at every connection, because names
/// can get other addresses.
/// </summary>
internal sealed class WebhookTargets(ServerOptions options)
{
    private const int LongestUrl = 2000;

    private readonly HashSet<string> _allowed = [.. options.AllowedWebhooks.Select(a => a.ToLowerInvariant())];

    /// <summary>Returns the address if a webhook may have it.</summary>
    /// <exception cref="ProblemException">The address is not allowed.</exception>
    public Uri Check(string url)
    {
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Host.Length == 0)
            throw new ProblemException(ServiceProblems.Invalid.At("url", "This is not an address of the form https://host/path without a password."));
        if (IsAllowed(address.IdnHost, address.Port))
            return address;
        if (address.Scheme != Uri.UriSchemeHttps)
            throw new ProblemException(OutboundProblems.NotEncrypted.At("url", "Webhooks are sent to https addresses only."));
        if (IPAddress.TryParse(address.DnsSafeHost, out var number) && !AddressClassifier.IsPublic(number))
            throw new ProblemException(OutboundProblems.NotPublic.At("url", $"{address.DnsSafeHost} is not an address of the public internet."));
        return address;
    }

    /// <summary>Returns whether the operator allowed a host and port by name.</summary>
    public bool IsAllowed(string host, int port) => _allowed.Contains($"{host}:{port}".ToLowerInvariant());
}
