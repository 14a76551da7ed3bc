using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Slipway.Server.Tests.Transport;

public sealed class ConnectionTests
{
    private const string Health = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private const string Stream = "GET /api/v1/diagnostics/stream?seconds=2&interval=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private const int Most = 4;

    // A record of TLS 1.0 with a hello of 512 bytes, of which nothing comes.
    private static readonly byte[] BeginningOfHello = [0x16, 0x03, 0x01, 0x02, 0x00, 0x01];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_outlasts_any_number_of_idle_connections_and_those_who_come_are_answered()
    {
        await using var service = await TestService.StartAsync(Few);
        using var stream = await ConnectAsync(service);
        await stream.SendAsync(Encoding.ASCII.GetBytes(Stream), Cancellation);
        Assert.Contains("event: first", await ReadUntilAsync(stream, "event: first"), StringComparison.Ordinal);
        var idle = new List<Socket>();
        for (var i = 0; i < 10 * Most; i++)
            idle.Add(await ConnectAsync(service));
        using var one = await ConnectAsync(service);
        await one.SendAsync(Encoding.ASCII.GetBytes(Health), Cancellation);
        Assert.StartsWith("HTTP/1.1 200", await ReadUntilAsync(one, "\r\n\r\n"), StringComparison.Ordinal);
        Assert.Contains("event: last", await ReadUntilAsync(stream, "event: last"), StringComparison.Ordinal);
        Assert.Equal(0, await ReceiveAsync(idle[0]));
        idle.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Who_comes_while_all_are_busy_is_turned_away_until_one_has_ended()
    {
        await using var service = await TestService.StartAsync(options => options with { Connections = new ConnectionSettings { Most = 1 } });
        using (var stream = await ConnectAsync(service))
        {
            await stream.SendAsync(Encoding.ASCII.GetBytes(Stream), Cancellation);
            await ReadUntilAsync(stream, "event: first");
            using var refused = await ConnectAsync(service);
            Assert.Equal(0, await ReceiveAsync(refused));
            await ReadUntilAsync(stream, "event: last");
        }

        string answer;
        do
        {
            using var next = await ConnectAsync(service);
            await TrySendAsync(next, Encoding.ASCII.GetBytes(Health));
            answer = await ReadUntilAsync(next, "\r\n\r\n");
        }
        while (answer.Length == 0);
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_begins_a_handshake_and_stops_keeps_nobody_out_and_is_let_go()
    {
        await using var service = await TestService.StartAsync(options => Secure(options with { Connections = new ConnectionSettings { Most = Most, MostPerAddress = Most, HeadTime = TimeSpan.FromSeconds(2) } }));
        var stopped = new List<Socket>();
        for (var i = 0; i < 3 * Most; i++)
        {
            stopped.Add(await ConnectAsync(service));
            await TrySendAsync(stopped[^1], BeginningOfHello);
        }

        await using var tls = await SecureAsync(service, SslApplicationProtocol.Http11);
        await tls.WriteAsync(Encoding.ASCII.GetBytes(Health), Cancellation);
        var buffer = new byte[64];
        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(buffer, 0, await tls.ReadAsync(buffer, Cancellation)), StringComparison.Ordinal);
        Assert.Equal(0, await ReceiveAsync(stopped[^1]));
        stopped.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Half_a_head_is_waited_for_for_so_long()
    {
        await using var service = await TestService.StartAsync(options => options with { Connections = new ConnectionSettings { HeadTime = TimeSpan.FromSeconds(1) } });
        using var half = await ConnectAsync(service);
        await half.SendAsync("GET /health/live HTTP/1.1\r\nHost: local"u8.ToArray(), Cancellation);
        Assert.StartsWith("HTTP/1.1 408", await ReadUntilAsync(half, "\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_of_HTTP2_says_how_many_requests_at_once_and_how_long_headers_may_be()
    {
        await using var service = await TestService.StartAsync(options => Secure(options with { Connections = new ConnectionSettings { MostStreams = 17 } }));
        await using var tls = await SecureAsync(service, SslApplicationProtocol.Http2);
        await tls.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0"u8.ToArray(), Cancellation);
        var head = new byte[9];
        await tls.ReadExactlyAsync(head, Cancellation);
        Assert.Equal(4, head[3]);
        var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
        await tls.ReadExactlyAsync(payload, Cancellation);
        // RFC 9113, 6.5.2.
        var settings = payload.Chunk(6).ToDictionary(s => BinaryPrimitives.ReadUInt16BigEndian(s), s => BinaryPrimitives.ReadUInt32BigEndian(s.AsSpan(2)));
        Assert.Equal((17u, 32u << 10), (settings[3], settings[6]));
    }

    [Fact]
    public async Task Many_requests_on_one_connection_of_HTTP2_take_the_places_of_as_many_connections()
    {
        await using var service = await TestService.StartAsync(options => Secure(Few(options)));
        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null } };
        using var client = new HttpClient(handler) { BaseAddress = service.Address, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var first = await client.GetAsync(new Uri("health/live", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var rest = new TaskCompletionSource();
        var waiting = Enumerable.Range(0, Most).Select(_ => client.PostAsync(new Uri("api/v1/sessions", UriKind.Relative), new HeldBack(rest.Task), Cancellation)).ToList();
        HttpResponseMessage refused;
        while ((refused = await client.GetAsync(new Uri("health/live", UriKind.Relative), Cancellation)).StatusCode == HttpStatusCode.OK)
            refused.Dispose();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("SLW-SRV-42901", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        refused.Dispose();
        rest.SetResult();
        foreach (var answer in await Task.WhenAll(waiting))
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        while ((refused = await client.GetAsync(new Uri("health/live", UriKind.Relative), Cancellation)).StatusCode != HttpStatusCode.OK)
            refused.Dispose();
        refused.Dispose();
    }

    private static ServerOptions Few(ServerOptions options) => options with { Connections = new ConnectionSettings { Most = Most, MostPerAddress = Most } };

    private static ServerOptions Secure(ServerOptions options)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Directory.CreateDirectory(options.DataFolder);
        File.WriteAllBytes(Path.Combine(options.DataFolder, "tls.p12"), certificate.Export(X509ContentType.Pkcs12, "test"));
        File.WriteAllText(Path.Combine(options.DataFolder, "appsettings.json"), """{ "Kestrel": { "Certificates": { "Default": { "Path": "tls.p12", "Password": "test" } } } }""");
        return options with { Urls = ["https://127.0.0.1:0"] };
    }

    private static async Task<SslStream> SecureAsync(TestService service, SslApplicationProtocol protocol)
    {
        var tls = new SslStream(new NetworkStream(await ConnectAsync(service), ownsSocket: true));
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = SslProtocols.None, ApplicationProtocols = [protocol], RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null }, Cancellation);
        return tls;
    }

    private static async Task<Socket> ConnectAsync(TestService service)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, service.Address.Port, Cancellation);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // It was closed as soon as it was there.
        }

        return socket;
    }

    private static async Task TrySendAsync(Socket socket, byte[] bytes)
    {
        try
        {
            await socket.SendAsync(bytes, Cancellation);
        }
        catch (SocketException)
        {
            // It was closed already.
        }
    }

    // 0 also when the other side has reset the connection.
    private static async Task<int> ReceiveAsync(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1024], Cancellation);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static async Task<string> ReadUntilAsync(Socket socket, string end)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (!text.ToString().Contains(end, StringComparison.Ordinal) && await socket.ReceiveAsync(buffer, Cancellation) is > 0 and var count)
                text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (SocketException)
        {
            // It was closed.
        }

        return text.ToString();
    }
}
