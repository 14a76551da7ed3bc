using System.Net;
using System.Threading.Channels;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Hosting;

namespace Slipway.Gateway.Tests.Hosting;

/// <summary>A gateway with a file of settings, and what it tells.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Channel<GatewayEvent> _events = Channel.CreateUnbounded<GatewayEvent>();

    private readonly string _log;
    private bool _ended;

    private GatewayUnderTest() => _log = _folder["decisions.jsonl"];

    public GatewayHost Host { get; private set; } = null!;

    public int Port => Host.Proxy.EndPoints[0].Port;


    public static async Task<GatewayUnderTest> StartAsync(string settings, Func<GatewayConfiguration, GatewayConfiguration>? change = null, Action<GatewayEvent>? told = null)
    {
        var gateway = new GatewayUnderTest();
        try
        {
            gateway.Write(settings);
            var source = new ConfigurationSource(gateway._folder["gateway.json"], () =>
            {
                var read = GatewayConfigurationReader.Read(gateway._folder["gateway.json"]) with { Listen = [new IPEndPoint(IPAddress.Loopback, 0)], Log = gateway._log };
                return change?.Invoke(read) ?? read;
            });
            gateway.Host = await GatewayHost.StartAsync(source, gateway._folder["kept"], () => Stream.Null, news =>
            {
                gateway._events.Writer.TryWrite(news);
                told?.Invoke(news);
            }, TimeProvider.System, TestContext.Current.CancellationToken);
            return gateway;
        }
        catch
        {
            gateway._folder.Dispose();
            throw;
        }
    }

    /// <summary>Writes the file of settings anew, in one step.</summary>
    public void Write(string settings) => File.Move(_folder.Add("next.json", settings), _folder["gateway.json"], overwrite: true);

    /// <summary>The next thing of a name that it tells.</summary>
    public async Task<GatewayEvent> NextAsync(string name)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var news = await _events.Reader.ReadAsync(patience.Token);
            if (news.Name == name)
                return news;
        }
    }

    /// <summary>Asks with curl; gives what it said.</summary>
    public ToolResult Curl(string address, params string[] options) =>
        ExternalTool.Run("curl", ["-sv", "--max-time", "20", "--proxy", $"http://127.0.0.1:{Port}", .. options, address]);

    /// <summary>Ends it; gives the lines of its log.</summary>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        _ended = true;
        await Host.StopAsync();
        await Host.DisposeAsync();
        return File.ReadAllLines(_log);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended)
            await Host.DisposeAsync();
        _folder.Dispose();
    }
}
