using System.Text.Json;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>Reads the list of hosts that a service publishes.</summary>
public static class BuilderHostsReader
{
    private const int Version = 1;
    private const string Where = "slipway-builder";

    // Clocks of machines differ; what was issued in the future by more than that is refused.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Reads a list.</summary>
    /// <param name="jws">The body of the answer.</param>
    /// <param name="key">The key that must have signed it, as <c>sha256:BASE64URL</c>; null to accept the key that it names.</param>
    /// <param name="now">The time.</param>
    /// <param name="asked">The address that was asked, of which the list has to be; null where somebody in between may have answered, and the caller looks at the address itself.</param>
    /// <exception cref="ProblemException">It is not genuine, not valid now, or of another form.</exception>
    public static PublishedHosts Read(string jws, string? key, DateTimeOffset now, Uri? asked)
    {
        var (payload, signer) = CompactJws.Verify(jws.Trim(), BuilderHosts.Type, key, Where);
        var hosts = Parse(payload);
        if (hosts is not { V: Version, Hosts.Count: > 0 } || hosts.Hosts.Any(host => host.Name.Length == 0 || host.Port is < 1 or > ushort.MaxValue))
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(Where, "The list of hosts is of another version, or empty."));
        if (hosts.ExpiresAt <= now || hosts.IssuedAt > now + Skew)
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(Where, $"The list of hosts is valid from {hosts.IssuedAt:u} to {hosts.ExpiresAt:u}, and it is {now:u} here."));
        if (asked is not null && !(Uri.TryCreate(hosts.Service, UriKind.Absolute, out var service) && IsSame(service, asked)))
            throw new ProblemException(EnvironmentProblems.OtherService.At(Where, $"The list is that of {hosts.Service}, and {asked.GetLeftPart(UriPartial.Authority)} was asked."));
        return new PublishedHosts(hosts, signer);
    }

    private static bool IsSame(Uri one, Uri other) => one.Scheme == other.Scheme && one.Port == other.Port && one.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static BuilderHosts? Parse(byte[] payload)
    {
        try
        {
            return ForeignJson.Read(payload, GatewayJson.Default.BuilderHosts);
        }
        catch (JsonException e)
        {
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(Where, "The list of hosts is not the JSON that is expected."), e);
        }
    }
}
