using Slipway.Connect.Failures;
using Slipway.Gateway.Administration;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>A running gateway: the proxy, its log, its administration, and the reloading of its configuration.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HostListInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan HostListRetry = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FaultInterval = TimeSpan.FromMinutes(1);

    private readonly ConfigurationSource _source;
    private readonly string _folder;
    private readonly Action<GatewayEvent> _tell;
    private readonly TimeProvider _time;
    private readonly SettingsComposer _composer;
    private readonly GatewayMetrics _metrics = new();
    private readonly SemaphoreSlim _changing = new(1);
    private readonly CancellationTokenSource _end = new();
    private Task _watching = Task.CompletedTask;
    private DecisionLog? _log;
    private ServiceHostList? _hostList;
    private IRoute _route = DirectRoute.Instance;
    private AdministrationServer? _administration;
    private DateTimeOffset _hostListDue;
    private long _faultDue;

    private GatewayHost(ConfigurationSource source, string folder, Action<GatewayEvent> tell, TimeProvider time)
    {
        (_source, _folder, _time) = (source, folder, time);
        _tell = news => Tell(tell, news);
        (_composer, Proxy, Configuration) = (new SettingsComposer(time), new Proxy(new ProxySettings(), time), new GatewayConfiguration());
    }

    /// <summary>The configuration in force.</summary>
    public GatewayConfiguration Configuration { get; private set; }

    /// <summary>The proxy.</summary>
    public Proxy Proxy { get; }

    /// <summary>The address of health and metrics; null when they are not served.</summary>
    public string? Administration => _administration?.Address;

    /// <summary>Starts a gateway.</summary>
    /// <param name="source">Its configuration.</param>
    /// <param name="folder">Where it stores the service's last list of hosts.</param>
    /// <param name="output">Receives the decisions when they are logged to <c>-</c>.</param>
    /// <param name="tell">Receives the events of the gateway itself.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="ProblemException">The configuration cannot be used, or the machine refuses something, such as an address.</exception>
    public static async Task<GatewayHost> StartAsync(ConfigurationSource source, string folder, Func<Stream> output, Action<GatewayEvent> tell,
        TimeProvider time, CancellationToken cancellation)
    {
        var host = new GatewayHost(source, folder, tell, time);
        try
        {
            await host.StartAsync(output, cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the configuration again and reopens the log. A configuration that cannot be used changes nothing.</summary>
    public async Task ReloadAsync()
    {
        await _changing.WaitAsync();
        try
        {
            _log?.Reopen();
            var next = _source.Read();
            var needsRestart = NeedsRestart(next);
            await TakeAsync(next, _end.Token);
            if (next.CloseForbidden)
                Proxy.EndForbidden();
            _metrics.Reloaded(succeeded: true);
            _tell(new GatewayEvent("reloaded",
                needsRestart
                    ? "The rules are in force. Changes of the listeners, the log and the administration take effect after a restart."
                    : "The rules are in force.", []));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _source.Settle();
            _metrics.Reloaded(succeeded: false);
            _tell(new GatewayEvent("refused", "The new configuration was refused; the previous one stays in force.", ProblemsOf(e)));
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Stops accepting clients and lets tunnels end within the time that the configuration allows.</summary>
    public async Task StopAsync()
    {
        await _end.CancelAsync();
        await _watching;
        await Proxy.StopAsync(Configuration.Timeouts.Drain);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        if (_administration is not null)
            await _administration.DisposeAsync();
        await Proxy.DisposeAsync();
        if (_log is not null)
            await _log.DisposeAsync();
        _hostList?.Dispose();
        _changing.Dispose();
        _end.Dispose();
    }

    internal GatewayState State =>
        new(Configuration, Proxy, _metrics, _log?.Lost ?? 0, _hostList, Configuration.Allow.Any(r => r.IsServiceHosts) && _hostList?.Hosts.Count is null or 0,
            _end.IsCancellationRequested);

    private async Task StartAsync(Func<Stream> output, CancellationToken cancellation)
    {
        var configuration = _source.Read();
        _log = OpenLog(configuration.Log, output);
        await TakeAsync(configuration, cancellation);
        Proxy.Start(configuration.Listen);
        if (configuration.Admin is { } admin)
            _administration = await AdministrationServer.StartAsync(() => State, admin, cancellation);
        _watching = WatchAsync(_end.Token);
    }

    private DecisionLog? OpenLog(string? path, Func<Stream> output)
    {
        try
        {
            return path is null ? null : path == "-" ? new DecisionLog(output, _time) : DecisionLog.ToFile(path, _time);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(GatewayProblems.LogUnwritable.At(path!, "The file cannot be opened for writing."), e);
        }
    }

    // Errors are found before anything is changed and before another service is asked.
    private async Task TakeAsync(GatewayConfiguration next, CancellationToken cancellation)
    {
        var route = _composer.Route(next);
        var isSame = next.Service == Configuration.Service;
        var builder = isSame ? _hostList : next.Service is { } source ? new ServiceHostList(source, _folder, route, _time) : null;
        try
        {
            if (!isSame)
                builder?.TakeKept();
            var settings = Compose(next, builder, route);
            if (!isSame && builder is not null && await AskAsync(builder, cancellation))
                settings = Compose(next, builder, route);
            Proxy.Apply(settings);
        }
        catch
        {
            if (!isSame)
                builder?.Dispose();
            throw;
        }

        if (!isSame)
            _hostList?.Dispose();
        (Configuration, _route, _hostList) = (next, route, builder);
        if (builder is not null)
            builder.Route = route;
    }

    private ProxySettings Compose(GatewayConfiguration configuration, ServiceHostList? builder, IRoute route) =>
        _composer.Compose(configuration, builder?.Hosts ?? [], route, Decided) with { Faulted = Faulted };

    private void Decided(Decision decision)
    {
        _metrics.Add(decision);
        _log?.Add(decision);
    }

    private bool NeedsRestart(GatewayConfiguration next) =>
        !next.Listen.Where(l => l.Port != 0).SequenceEqual(Proxy.EndPoints.Where(l => next.Listen.Any(n => n.Port != 0))) || next.Log != Configuration.Log
            || !Equals(next.Admin, Configuration.Admin);

    // Returns true when the hosts have changed. Without the service, a gateway starts with nothing of it allowed, and asks again.
    private async Task<bool> AskAsync(ServiceHostList builder, CancellationToken cancellation)
    {
        try
        {
            var changed = await builder.LoadAsync(cancellation);
            _hostListDue = _time.GetUtcNow() + HostListInterval;
            if (changed)
            {
                _tell(new GatewayEvent("builder",
                    $"The service's hosts are {string.Join(", ", builder.Hosts.Select(h => $"{h.Name}:{h.Port}"))}, signed with {builder.Key}.", []));
            }
            return changed;
        }
        catch (ProblemException e)
        {
            _hostListDue = _time.GetUtcNow() + HostListRetry;
            _tell(new GatewayEvent("builder",
                builder.Hosts.Count > 0 ? "The previous list stays in force." : "None of the service's hosts are allowed until its list is available.",
                e.Problems));
            return false;
        }
    }

    private async Task WatchAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(Look, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
                await LookAsync(end);
        }
        catch (OperationCanceledException)
        {
            // The gateway is being stopped.
        }
    }

    // A failure of one check must not stop the checks after it.
    private async Task LookAsync(CancellationToken end)
    {
        try
        {
            if (_source.HasChanged)
                await ReloadAsync();
            if (_hostList is not null && _time.GetUtcNow() >= _hostListDue)
                await RefreshHostListAsync(_hostList, end);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _hostListDue = _time.GetUtcNow() + HostListRetry;
            _tell(new GatewayEvent("refused", "The change was refused; the previous settings stay in force.", ProblemsOf(e)));
        }
    }

    // The gateway continues when its events can no longer be written.
    private static void Tell(Action<GatewayEvent> tell, GatewayEvent news)
    {
        try
        {
            tell(news);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
        }
    }

    // The text of the exception is left out because it may contain secrets.
    private static IReadOnlyList<Problem> ProblemsOf(Exception e) =>
        e is ProblemException known ? known.Problems : [GeneralProblems.Failed.At(ExceptionOrigin.Of(e), $"{e.GetType().Name}.")];

    // Limited, because clients that can cause a fault could otherwise fill a disk with its reports.
    private void Faulted(Exception e)
    {
        _metrics.Faulted();
        var now = _time.GetUtcNow();
        var due = Interlocked.Read(ref _faultDue);
        if (now.UtcTicks >= due && Interlocked.CompareExchange(ref _faultDue, (now + FaultInterval).UtcTicks, due) == due)
            _tell(new GatewayEvent("fault", "A fault of the gateway ended a connection; other connections continue.", ProblemsOf(e)));
    }

    private async Task RefreshHostListAsync(ServiceHostList builder, CancellationToken end)
    {
        await _changing.WaitAsync(end);
        try
        {
            if (await AskAsync(builder, end))
                Proxy.Apply(Compose(Configuration, builder, _route));
        }
        finally
        {
            _changing.Release();
        }
    }
}
