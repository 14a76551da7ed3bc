using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using Slipway.Diagnosis.Tls;
using Slipway.Protocol.Client;

namespace Slipway.Diagnosis.Service;

/// <summary>Sends requests to the service with the same client and the same proxy as builds.</summary>
internal sealed class ServiceHttp : IDisposable
{
    private readonly HttpClient _client;
    private readonly Examination? _known;
    private readonly TimeSpan _patience;

    /// <summary>Creates the client.</summary>
    /// <param name="examination">The examination.</param>
    /// <param name="anyCertificate">Whether every certificate is accepted. The token is then never sent.</param>
    public ServiceHttp(Examination examination, bool anyCertificate = false)
    {
        var options = examination.Options;
        _known = anyCertificate ? null : examination;
        _patience = options.Times.Answer;
        var ssl = new SslClientAuthenticationOptions { CertificateChainPolicy = TlsHandshake.PolicyOf(options) };
        if (anyCertificate)
            ssl.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = AddressRace.ConnectAsync,
            ConnectTimeout = options.Times.Connect + options.Times.Answer,
            UseCookies = false,
            UseProxy = examination.Proxy is not null,
            Proxy = examination.Proxy?.ToWebProxy(),
            SslOptions = ssl,
        })
        {
            BaseAddress = options.Service,
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(options.Agent);
    }

    /// <summary>Sends a request. The caller reads the body of the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Cancels the request.</param>
    /// <param name="withToken">Whether to send the token.</param>
    /// <param name="patience">The timeout for the headers of the answer; null for the usual one.</param>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation, bool withToken = false,
        TimeSpan? patience = null)
    {
        if (withToken && _known?.Token is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience ?? _patience);
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>Reads a short text.</summary>
    /// <exception cref="TimeoutException">The text did not arrive in time.</exception>
    public async Task<string> TextAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_patience);
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            var buffer = new byte[Longest];
            var count = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, limit.Token);
            return System.Text.Encoding.UTF8.GetString(buffer, 0, count);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private const int Longest = 256 << 10;
}
