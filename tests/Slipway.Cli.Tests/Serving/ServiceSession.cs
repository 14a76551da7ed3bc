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
    public Task<ServiceProcess> StartWorkerAsync() => StartWorkerAsync((arguments, _) => ServiceProcess.Start(arguments, Environment));

    /// <summary>Starts a worker whose folder has only so much space, and which builds without a sandbox.</summary>
    public Task<ServiceProcess> StartWorkerAsync(int space) => StartWorkerAsync(
        (arguments, folder) => ServiceProcess.StartMounted($"mount -t tmpfs -o size={space} none '{folder}' && exec \"$0\" \"$@\"", [.. arguments, "--no-sandbox"]));

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        foreach (var worker in _workers)
            await worker.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<ServiceProcess> StartWorkerAsync(Func<string[], string, ServiceProcess> start)
    {
        var number = _workers.Count.ToString(CultureInfo.InvariantCulture);
        var token = _folder.Add("token-" + number, await Api.WorkerTokenAsync());
        File.SetUnixFileMode(token, UnixFileMode.UserRead);
        var folder = Directory.CreateDirectory(_folder["work-" + number]).FullName;
        var worker = start(["worker", "--server", Address.ToString(), "--token-file", token, "--work", folder, "--name", "worker " + number, "--slots", "1"], folder);
        _workers.Add(worker);
        await worker.NextAsync("worker.ready");
        return worker;
    }

    private async Task StartAsync(string address)
    {
        Server = ServiceProcess.Start(["serve", "--urls", address, "--data", Data, .. _options], Environment);
        Address = new Uri((await Server.NextAsync("listening")).GetProperty("urls")[0].GetString()!);
    }
}
