using System.Text;
using Slipway.Connect.Failures;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Files;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>
/// The builder's own list of its hosts. It counts only with the signature of the key that is expected, or of the first one that was
/// seen; what came last is kept in a file, so that a gateway starts while the builder is away, and nothing that goes wrong widens it.
/// It has to be of the address that was asked, and no older than the one in force.
/// </summary>
public sealed class ServiceHostList : IDisposable
{
    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly HostListSource _source;
    private readonly string _kept;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private DateTimeOffset _issuedAt;

    /// <summary>A list that is not loaded yet.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="folder">Where what came last is kept.</param>
    /// <param name="route">The way to the builder, which is that of the gateway's clients.</param>
    /// <param name="time">The clock.</param>
    public ServiceHostList(HostListSource source, string folder, IRoute route, TimeProvider time)
    {
        (_source, _time, Route) = (source, time, route);
        _kept = Path.Combine(folder, $"builder-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(source.Url.AbsoluteUri)))[..16]}.jws");
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectCallback = (context, cancellation) => ConnectAsync(Route, context, cancellation) };
        _client = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
    }

    /// <summary>The way to the builder.</summary>
    public IRoute Route { get; set; }

    /// <summary>What is in force; empty before anything was loaded.</summary>
    public IReadOnlyList<ServiceHost> Hosts { get; private set; } = [];

    /// <summary>The key that signed it; null before anything was loaded.</summary>
    public string? Key { get; private set; }

    /// <summary>When it was last confirmed by the builder; null when only the kept one is known.</summary>
    public DateTimeOffset? LoadedAt { get; private set; }

    /// <summary>Takes what was kept; nothing happens when there is none or it is spoilt.</summary>
    public void TakeKept()
    {
        try
        {
            // It was valid when it came; that the builder was away since then does not make it wrong.
            Take(ServiceHostsReader.Read(File.ReadAllText(_kept), _source.Key, new DateTimeOffset(File.GetLastWriteTimeUtc(_kept)), _source.Url));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ProblemException)
        {
            // The builder is asked in any case.
        }
    }

    /// <summary>Asks the builder; tells whether its hosts are others than before.</summary>
    /// <exception cref="ProblemException">It does not answer, or its answer is not to be believed; what was in force stays so.</exception>
    public async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var before = Hosts;
        var text = await FetchAsync(cancellation);
        var published = Read(text);
        Take(published);
        LoadedAt = _time.GetUtcNow();
        // It serves the next start only.
        AtomicFile.TryWrite(_kept, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        return !before.SequenceEqual(Hosts);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(IRoute route, SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        if (!Destination.TryParse($"{context.DnsEndPoint.Host}:{context.DnsEndPoint.Port}", null, out var destination))
            throw new IOException("The address of the builder is no host.");
        var addresses = destination.Address is { } literal ? [literal] : route.ResolvesNames ? await System.Net.Dns.GetHostAddressesAsync(destination.Host, cancellation) : [];
        var result = await route.ConnectAsync(new RouteRequest(destination, addresses, IsPlain: false), cancellation);
        if (result.Connection is not { } connection)
            throw new ProblemException(GatewayProblems.HostListNotLoaded.At(destination.ToString(), $"It is not reached: {result.Failure.Text()}."));
        return connection.Secure is { } secure ? secure : new System.Net.Sockets.NetworkStream(connection.Socket, ownsSocket: true);
    }

    private async Task<string> FetchAsync(CancellationToken cancellation)
    {
        var address = new Uri(_source.Url, ServiceHosts.Path);
        try
        {
            using var answer = await _client.GetAsync(address, cancellation);
            // ReadAsStringAsync throws for a charset that it does not know, and the list is UTF-8 whatever its header says.
            return answer.IsSuccessStatusCode
                ? Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellation))
                : throw new ProblemException(GatewayProblems.HostListNotLoaded.At(address.AbsoluteUri, $"It answers {(int)answer.StatusCode}."));
        }
        catch (HttpRequestException e) when (e.GetBaseException() is ProblemException known)
        {
            throw new ProblemException(known.Problems);
        }
        catch (Exception e) when (RequestFailures.IsOne(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ProblemException(GatewayProblems.HostListNotLoaded.At(address.AbsoluteUri, e is OperationCanceledException ? $"It does not answer within {Patience.TotalSeconds:0} s." : $"It is not reached: {RequestFailures.Describe(e)}."), e);
        }
    }

    private PublishedHosts Read(string text)
    {
        var published = ServiceHostsReader.Read(text, _source.Key, _time.GetUtcNow(), _source.Url);
        if (Key is not null && Key != published.Key)
            throw new ProblemException(GatewayProblems.HostListKeyChanged.At(_source.Url.AbsoluteUri, $"The list is signed with {published.Key}, and before with {Key}."));
        // An older list is a replay: hosts that are gone would come back. Clocks of several servers differ a little.
        return published.Hosts.IssuedAt + ClockSkew >= _issuedAt
            ? published
            : throw new ProblemException(EnvironmentProblems.StatementInvalid.At(_source.Url.AbsoluteUri, $"The list was signed at {published.Hosts.IssuedAt:u}, before the one in force, which is of {_issuedAt:u}."));
    }

    private void Take(PublishedHosts published)
    {
        (Hosts, Key) = ([.. published.Hosts.Hosts.OrderBy(h => h.Name, StringComparer.Ordinal).ThenBy(h => h.Port)], published.Key);
        _issuedAt = published.Hosts.IssuedAt > _issuedAt ? published.Hosts.IssuedAt : _issuedAt;
    }
}
