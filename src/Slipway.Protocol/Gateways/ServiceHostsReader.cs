using System.Text.Json;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>Reads the host list that a service publishes.</summary>
public static class ServiceHostsReader
{
    private const int Version = 1;
    private const string Where = "slipway-builder";

    // Tolerance for clocks that differ; a list that was issued further in the future is refused.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Reads a host list.</summary>
    /// <param name="jws">The body of the response.</param>
    /// <param name="key">Key that must have signed it, as <c>sha256:BASE64URL</c>; null to accept the key that it names.</param>
    /// <param name="now">The current time.</param>
    /// <param name="asked">The requested address, which must be that of the list's service; null if the caller checks that.</param>
    /// <exception cref="ProblemException">The list is malformed, not genuine or not valid now.</exception>
    public static PublishedHosts Read(string jws, string? key, DateTimeOffset now, Uri? asked)
    {
        var (payload, signer) = CompactJws.Verify(jws.Trim(), ServiceHosts.Type, key, Where);
        var hosts = Parse(payload);
        if (hosts is not { V: Version, Hosts.Count: > 0 } || hosts.Hosts.Any(host => host.Name.Length == 0 || host.Port is < 1 or > ushort.MaxValue))
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(Where, "The host list has another version, or is empty."));
        if (hosts.ExpiresAt <= now || hosts.IssuedAt > now + Skew)
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(Where, $"The host list is valid from {hosts.IssuedAt:u} to {hosts.ExpiresAt:u}; the clock here shows {now:u}."));
        if (asked is not null && !(Uri.TryCreate(hosts.Service, UriKind.Absolute, out var service) && IsSame(service, asked)))
            throw new ProblemException(EnvironmentProblems.OtherService.At(Where, $"The host list is for {hosts.Service}, but {asked.GetLeftPart(UriPartial.Authority)} was requested."));
        return new PublishedHosts(hosts, signer);
    }

    private static bool IsSame(Uri one, Uri other) => one.Scheme == other.Scheme && one.Port == other.Port && one.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static ServiceHosts? Parse(byte[] payload)
    {
        try
        {
            return UntrustedJson.Read(payload, GatewayJson.Default.ServiceHosts);
        }
        catch (JsonException e)
        {
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(Where, "The host list is malformed."), e);
        }
    }
}
