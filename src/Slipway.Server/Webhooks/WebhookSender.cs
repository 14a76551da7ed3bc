using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Webhooks;

/// <summary>
/// Makes one attempt of a delivery. It follows no redirects, uses a proxy only if the operator configured one, reads little of
/// the answer, and takes a few seconds at most.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private const int MostHeaderKilobytes = 16;
    private const int MostAnswerBytes = 4096;
    private const int MostErrorCharacters = 300;
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WholeTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(1);

    private readonly HttpMessageInvoker _client;
    private readonly VettedDialer _dialer;
    private readonly bool _isProxied;
    private readonly WebhookTargets _targets;
    private readonly SecretVault _vault;
    private readonly Database _database;
    private readonly TimeProvider _time;

    public WebhookSender(VettedDialer dialer, WebhookTargets targets, SecretVault vault, Database database, ServerOptions options, TimeProvider time)
    {
        _dialer = dialer;
        _isProxied = options.WebhookProxy is not null;
        _targets = targets;
        _vault = vault;
        _database = database;
        _time = time;
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            // With a proxy, the connection goes to the proxy; the receiver was checked before.
            ConnectCallback = _isProxied ? AddressRace.ConnectAsync : dialer.ConnectAsync,
            AllowAutoRedirect = false,
            UseProxy = _isProxied,
            Proxy = options.WebhookProxy is { } proxy ? new WebProxy(proxy.Address) { Credentials = proxy.Credential } : null,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectTime,
            PooledConnectionLifetime = ConnectionLife,
            MaxResponseHeadersLength = MostHeaderKilobytes,
        });
    }

    /// <summary>Makes the attempt.</summary>
    public async Task<DeliveryResult> SendAsync(DueDelivery delivery, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(WholeTime);
        try
        {
            using var request = await RequestAsync(delivery, limit.Token);
            using var answer = await _client.SendAsync(request, limit.Token);
            await DrainAsync(answer, limit.Token);
            var status = (int)answer.StatusCode;
            return status switch
            {
                >= 200 and < 300 => new DeliveryResult(status, null, Final: true),
                >= 300 and < 400 => new DeliveryResult(status, "The receiver answered with a redirect, which is not followed.", Final: false),
                (int)HttpStatusCode.Gone => new DeliveryResult(status, "The receiver is gone.", Final: true),
                _ => new DeliveryResult(status, $"The receiver answered with {status}.", Final: false),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DeliveryResult(null, "The receiver did not answer in time.", Final: false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or AuthenticationException or ProblemException or AddressRefusedException)
        {
            return new DeliveryResult(null, Reason(e), Final: e.GetBaseException() is AddressRefusedException or ProblemException);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpRequestMessage> RequestAsync(DueDelivery delivery, CancellationToken cancellation)
    {
        var url = _targets.Check(delivery.Url);
        if (_isProxied)
            await _dialer.JudgeAsync(url.IdnHost, url.Port, cancellation);
        var body = Body(delivery);
        var secret = await _database.ReadAsync(connection => _vault.OpenAsync(connection, null, delivery.OrganisationId, delivery.Secret), cancellation);
        var signature = WebhookSignature.Of(secret, _time.GetUtcNow(), body);
        Array.Clear(secret);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Slipway-Webhook", "1"));
        request.Headers.Add(WebhookSignature.Header, signature);
        request.Headers.Add("Slipway-Delivery", delivery.Id);
        request.Headers.Add("Slipway-Event", delivery.Event);
        return request;
    }

    // The same id at each attempt, so that receivers can recognise repetitions.
    private static byte[] Body(DueDelivery delivery)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", delivery.Id);
            json.WriteString("event", delivery.Event);
            json.WriteString("createdAt", DatabaseTime.Of(delivery.CreatedAt));
            json.WritePropertyName("data");
            json.WriteRawValue(delivery.Payload);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static async Task DrainAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        _ = await stream.ReadAtLeastAsync(new byte[MostAnswerBytes], MostAnswerBytes, throwOnEndOfStream: false, cancellation);
    }

    private static string Reason(Exception failure)
    {
        // The message omits the proxy's address, because it is not for the owner of the webhook.
        if (failure is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError })
            return "The proxy of the service refused the connection.";
        var text = (failure is HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: SocketException } own ? own : failure.GetBaseException()).Message.ReplaceLineEndings(" ");
        return text.Length <= MostErrorCharacters ? text : text[..MostErrorCharacters];
    }
}
