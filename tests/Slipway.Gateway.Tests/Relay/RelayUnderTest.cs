using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Slipway.Gateway.Relay;

namespace Slipway.Gateway.Tests.Relay;

/// <summary>A relay in this process, and programs that call it.</summary>
internal sealed class RelayUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Channel<RelayEvent> _events = Channel.CreateUnbounded<RelayEvent>();
    private readonly TestAuthority _authority;
    private RelayLog? _log;
    private bool _ended;

    private RelayUnderTest(TestAuthority authority) => _authority = authority;

    public RelayServer Server { get; private set; } = null!;

    public Uri Address => new(Server.Addresses[0]);

    /// <summary>Starts a relay that is called localhost.</summary>
    public static async Task<RelayUnderTest> StartAsync(TestAuthority authority, Uri builder, Func<RelaySettings, RelaySettings>? change = null, Action<RelayEvent>? told = null)
    {
        var (certificate, key) = authority.Server("localhost", "127.0.0.1");
        var settings = new RelaySettings(builder, certificate, key)
        {
            Listen = [new IPEndPoint(IPAddress.Loopback, 0)],
            Administration = new IPEndPoint(IPAddress.Loopback, 0),
            ReloadTime = TimeSpan.FromMilliseconds(20),
        };
        var relay = new RelayUnderTest(authority);
        relay._log = RelayLog.Append(relay._folder["relay.jsonl"]);
        relay.Server = await RelayServer.StartAsync(change?.Invoke(settings) ?? settings, relay._log, news =>
        {
            relay._events.Writer.TryWrite(news);
            told?.Invoke(news);
        }, CancellationToken.None);
        return relay;
    }

    /// <summary>Calls it with curl, which trusts the authority.</summary>
    public ToolResult Curl(string path, params string[] options) => ExternalTool.Run("curl", ["-sS", "-i", "--max-time", "60", "--path-as-is", "--cacert", _authority.File, .. options, new Uri(Address, "/").AbsoluteUri.TrimEnd('/') + path]);

    /// <summary>Sends bytes as they are; gives all that comes back until the relay closes, or there are as many answers as are waited for.</summary>
    public async Task<string> RawAsync(string request, int answers = 1)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port, patience.Token);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", ApplicationProtocols = [SslApplicationProtocol.Http11], CertificateChainPolicy = _authority.Trust },
            patience.Token);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; !IsComplete(answer.ToString(), answers) && (read = await stream.ReadAsync(buffer, patience.Token)) > 0;)
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // The relay cut the connection.
        }

        return answer.ToString();
    }

    /// <summary>The next thing that happens to the relay itself.</summary>
    public async Task<RelayEvent> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _events.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Ends it; gives the lines of its log.</summary>
    public async Task<IReadOnlyList<JsonElement>> EndAsync()
    {
        _ended = true;
        await Server.StopAsync(Patience);
        await Server.DisposeAsync();
        await _log!.DisposeAsync();
        return [.. File.ReadLines(_folder["relay.jsonl"]).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended)
            await EndAsync();
        _folder.Dispose();
    }

    private static bool IsComplete(string text, int answers)
    {
        for (var i = 0; i < answers; i++)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
                return false;
            var head = text[..end];
            text = text[(end + 4)..];
            if (head.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line)
            {
                var length = int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
                if (text.Length < length)
                    return false;
                text = text[length..];
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
