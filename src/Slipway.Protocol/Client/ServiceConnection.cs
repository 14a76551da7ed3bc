using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Client;

/// <summary>Talks HTTP to a service. Whatever goes wrong is a <see cref="ProblemException"/>.</summary>
public sealed class ServiceConnection : IDisposable
{
    private const int LargestAnswer = 64 << 20;

    // What moves is waited for, but not for ever.
    private static readonly TimeSpan WholeAnswer = TimeSpan.FromMinutes(10);

    private readonly CertificateErrorRecorder _witness = new();
    private readonly ProxyEnvironment _proxies = ProxyEnvironment.OfThisProcess();
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _token;
    private readonly TimeSpan _patience;
    private volatile bool _reached;

    /// <summary>Prepares to talk; nothing is sent yet.</summary>
    /// <param name="server">Address of the service.</param>
    /// <param name="token">Who calls; null for addresses that are open.</param>
    /// <param name="agent">Name and version of the program.</param>
    /// <param name="patience">How long nothing may move before a request is given up.</param>
    public ServiceConnection(Uri server, string? token, string agent, TimeSpan patience)
        : this(server, token, agent, patience, handler: null)
    {
    }

    internal ServiceConnection(Uri server, string? token, string agent, TimeSpan patience, HttpMessageHandler? handler)
    {
        Service = server;
        _token = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        _patience = patience;
        _http = new HttpClient(handler ?? Handler(patience))
        {
            BaseAddress = server,
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
    }

    /// <summary>Address of the service.</summary>
    public Uri Service { get; }

    /// <summary>Proves that requests come from this server; null where this machine is none. Closed together with this.</summary>
    public RequestSigner? Signer { get; init; }

    /// <summary>Where requests come from: CLI, IDE, Console or API; null to leave it open.</summary>
    public string? Channel { get; init; }

    /// <summary>For whom requests are made, which counts only together with a proof; null to leave it open.</summary>
    public string? Person { get; init; }

    /// <summary>How long nothing may come while an answer is read.</summary>
    internal TimeSpan Patience => _patience;

    /// <summary>Has the service ever answered?</summary>
    public bool Reached => _reached;

    /// <summary>Sends a request; the answer's body is still to be read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="signed">The address carries its own signature: no token goes with it.</param>
    /// <exception cref="ProblemException">There was no answer, or it says that something is wrong.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation, bool signed = false)
    {
        if (!signed)
            await IntroduceAsync(request, cancellation);
        var answer = await AskAsync(request, _patience, cancellation);
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound && request.Method == HttpMethod.Head)
            return answer;
        using (answer)
            throw await RefusalAsync(answer, cancellation);
    }

    /// <summary>Sends a request; whatever is answered is an answer.</summary>
    /// <param name="request">The request; it says itself who asks.</param>
    /// <param name="limit">How long nothing may move before the head of the answer is there.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">There was no answer.</exception>
    internal async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, TimeSpan limit, CancellationToken cancellation)
    {
        var proxy = ProxyTo(request);
        using var patience = new IdleTimeout(limit, cancellation);
        if (request.Content is MeasuredContent measured)
            measured.Moved += _ => patience.Renew();
        try
        {
            var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            _reached = true;
            return answer;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            cancellation.ThrowIfCancellationRequested();
            // What reads the body of the request may have had a reason of its own.
            throw ReasonOf(e) ?? new ProblemException(NetworkFaults.Describe(e, Service, proxy, _witness), e);
        }
    }

    /// <summary>What an answer says that is no success.</summary>
    internal async Task<ProblemException> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var proxy = ProxyTo(answer.RequestMessage);
        using var patience = new IdleTimeout(_patience, cancellation);
        try
        {
            return await RefusedAnswer.ReadAsync(answer, Service, proxy, patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or InvalidDataException or InvalidOperationException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new ProblemException(NetworkFaults.Describe(e, Service, proxy, _witness), e);
        }
    }

    /// <summary>What a failure of the network means that came while an answer was read.</summary>
    internal Problem Describe(Exception failure) => NetworkFaults.Describe(failure, Service, _proxies.For(Service), _witness);

    /// <summary>Says who asks.</summary>
    internal async Task IntroduceAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization ??= _token;
        if (Channel is not null)
            request.Headers.TryAddWithoutValidation(LaunchHeaders.Channel, Channel);
        if (Person is not null)
            request.Headers.TryAddWithoutValidation(LaunchHeaders.Person, LaunchHeaders.EncodePerson(Person));
        if (Signer is not null)
            await Signer.SignAsync(request, Service, cancellation);
    }

    /// <summary>Reads the body of an answer as it comes.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="patience">How long nothing may come.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Stream> ReadAsync(HttpResponseMessage answer, TimeSpan patience, CancellationToken cancellation) =>
        new WatchedStream(await answer.Content.ReadAsStreamAsync(cancellation), patience, e => new ProblemException(Describe(e), e));

    /// <summary>Sends a request and reads the JSON of its answer.</summary>
    public async Task<T> JsonAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var answer = await SendAsync(request, cancellation);
        return await JsonAsync(answer, type, cancellation);
    }

    /// <summary>Reads the JSON of an answer.</summary>
    public async Task<T> JsonAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not "application/json" || answer.Content.Headers.ContentLength > LargestAnswer)
            throw new ProblemException(RefusedAnswer.NotSlipway(answer, Service));
        try
        {
            using var patience = new IdleTimeout(WholeAnswer, cancellation);
            await using var body = await ReadAsync(answer, _patience, cancellation);
            return await WholeBody.ReadAsync(body, LargestAnswer, patience.Token) is { } bytes
                ? UntrustedJson.Read(bytes.Span, type)
                : throw new ProblemException(NetworkProblems.NotSlipway.At(NetworkFaults.HostOf(Service), $"The answer has more than {LargestAnswer >> 20} MiB."));
        }
        catch (JsonException e)
        {
            throw new ProblemException(RefusedAnswer.NotSlipway(answer, Service), e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ProblemException(Describe(new TimeoutException("The answer does not end.", e)), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        Signer?.Dispose();
    }

    private SocketsHttpHandler Handler(TimeSpan patience) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        ConnectCallback = AddressRace.ConnectAsync,
        ConnectTimeout = TimeSpan.FromTicks(Math.Min(patience.Ticks, TimeSpan.FromSeconds(15).Ticks)),
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        // A service with several addresses moves; connections that never end would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
        Proxy = _proxies,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (stream, certificate, chain, errors) => _witness.Record(Peer(stream), certificate, chain, errors) },
    };

    private ProxyServer? ProxyTo(HttpRequestMessage? request) => _proxies.For(request?.RequestUri is { } target ? new Uri(Service, target) : Service);

    // With a proxy that speaks TLS itself there are two handshakes.
    private string Peer(object stream) =>
        stream is SslStream { TargetHostName: { Length: > 0 } name } && !name.Equals(Service.IdnHost, StringComparison.OrdinalIgnoreCase) ? name : NetworkFaults.HostOf(Service);

    private static ProblemException? ReasonOf(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is ProblemException reason)
                return reason;
        }

        return null;
    }
}
