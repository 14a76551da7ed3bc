using System.Net;
using System.Net.Sockets;

namespace Slipway.Soak.Tests;

/// <summary>Servers and workers of one service.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    public Fleet(string folder, Dictionary<string, string> environment, int servers)
    {
        _folder = folder;
        _environment = new Dictionary<string, string>(environment)
        {
            ["SLIPWAY_CACHE"] = Path.Combine(folder, "cache"),
            ["XDG_DATA_HOME"] = Path.Combine(folder, "data"),
        };
        Ports = [.. Enumerable.Range(0, servers).Select(_ => FreePort())];
        Balancer = new Balancer([.. Ports]);
    }

    public IReadOnlyList<int> Ports { get; }

    /// <summary>The one address of the service.</summary>
    public Balancer Balancer { get; }

    public List<Member> Members { get; } = [];

    public void AddServer(int number, params string[] options) => Members.Add(new Member(
        $"server-{number}",
        ["serve", "--no-worker", "--urls", $"http://127.0.0.1:{Ports[number]}", "--data", Path.Combine(_folder, $"server-{number}"), .. options],
        _environment,
        _folder));

    public void AddWorker(int number, string tokenFile) => Members.Add(new Member(
        $"worker-{number}",
        ["worker", "--server", Balancer.Address.ToString(), "--token-file", tokenFile, "--slots", "1", "--name", $"worker-{number}", "--work", Path.Combine(_folder, $"work-{number}")],
        _environment,
        _folder));

    /// <summary>Waits until the service answers.</summary>
    public async Task ReadyAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = Balancer.Address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/health/live", cancellation);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(200, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Members.ForEach(member => member.Dispose());
        await Balancer.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
