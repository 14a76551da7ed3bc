using System.Globalization;

namespace Slipway.Cli.Tests.Serving;

/// <summary>A service on a port of its own with a data folder of its own, whose server may be ended and started again.</summary>
internal sealed class ServiceSession : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _options;
    private readonly List<ServiceProcess> _workers = [];

    private ServiceSession(string[] options, bool isWarm)
    {
        _options = options;
        // Without compiled shells a build takes long enough to be disturbed.
        Environment = isWarm ? [] : new Dictionary<string, string> { ["SLIPWAY_CACHE"] = _folder["cache"] };
    }

    public Dictionary<string, string> Environment { get; }

    public ServiceProcess Server { get; private set; } = null!;

    public ServiceApi Api { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public string Data => _folder["data"];

    public static async Task<ServiceSession> StartAsync(bool isWarm, params string[] options)
    {
        var session = new ServiceSession(options, isWarm);
        await session.StartAsync("http://127.0.0.1:0");
        session.Api = new ServiceApi(session.Address, (await session.Server.NextAsync("token")).GetProperty("token").GetString()!);
        return session;
    }

    /// <summary>Starts the server again, where it was before.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        await StartAsync(Address.ToString().TrimEnd('/'));
    }

    /// <summary>Starts a worker beside the server.</summary>
    public async Task<ServiceProcess> StartWorkerAsync(params string[] options)
    {
        var number = _workers.Count.ToString(CultureInfo.InvariantCulture);
        var token = _folder.Add("token-" + number, await Api.WorkerTokenAsync());
        File.SetUnixFileMode(token, UnixFileMode.UserRead);
        var worker = ServiceProcess.Start(["worker", "--server", Address.ToString(), "--token-file", token, "--work", _folder["work-" + number], "--name", "worker " + number, "--slots", "1", .. options], Environment);
        _workers.Add(worker);
        await worker.NextAsync("worker.ready");
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        foreach (var worker in _workers)
            await worker.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartAsync(string address)
    {
        Server = ServiceProcess.Start(["serve", "--urls", address, "--data", Data, .. _options], Environment);
        Address = new Uri((await Server.NextAsync("listening")).GetProperty("urls")[0].GetString()!);
    }
}
