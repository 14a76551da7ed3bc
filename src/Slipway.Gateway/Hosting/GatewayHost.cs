using Slipway.Gateway.Administration;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>A gateway that runs: the proxy, its log, its administration, and whatever changes while it runs.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BuilderInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BuilderRetry = TimeSpan.FromSeconds(15);

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
    private BuilderHostList? _builder;
    private IRoute _route = DirectRoute.Instance;
    private AdministrationServer? _administration;
    private DateTimeOffset _builderDue;

    private GatewayHost(ConfigurationSource source, string folder, Action<GatewayEvent> tell, TimeProvider time)
    {
        (_source, _folder, _tell, _time) = (source, folder, tell, time);
        (_composer, Proxy, Configuration) = (new SettingsComposer(time), new Proxy(new ProxySettings(), time), new GatewayConfiguration());
    }

    /// <summary>What is in force.</summary>
    public GatewayConfiguration Configuration { get; private set; }

    /// <summary>The proxy.</summary>
    public Proxy Proxy { get; }

    /// <summary>Where health and metrics are; null for nowhere.</summary>
    public string? Administration => _administration?.Address;

    /// <summary>Starts a gateway.</summary>
    /// <param name="source">Its configuration.</param>
    /// <param name="folder">Where it keeps what the builder said last.</param>
    /// <param name="output">Where decisions go that are logged to <c>-</c>.</param>
    /// <param name="tell">Told what happens to the gateway itself.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">The configuration or the machine do not let it start.</exception>
    public static async Task<GatewayHost> StartAsync(ConfigurationSource source, string folder, Func<Stream> output, Action<GatewayEvent> tell, TimeProvider time, CancellationToken cancellation)
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

    /// <summary>Reads the configuration again, and opens the log anew. What cannot be used changes nothing.</summary>
    public async Task ReloadAsync()
    {
        await _changing.WaitAsync();
        try
        {
            _log?.Reopen();
            var next = _source.Read();
            var route = _composer.Route(next);
            if (next.Builder != Configuration.Builder)
                await ReplaceBuilderAsync(next, route, _end.Token);
            Use(next, route);
            if (next.CloseForbidden)
                Proxy.EndForbidden();
            _metrics.Reloaded(succeeded: true);
            _tell(new GatewayEvent("reloaded", NeedsRestart(next) ? "The rules are in force. Where it listens, its log and its administration change with the next start." : "The rules are in force.", []));
        }
        catch (ProblemException e)
        {
            _source.Settle();
            _metrics.Reloaded(succeeded: false);
            _tell(new GatewayEvent("refused", "The configuration was not taken; the one before stays in force.", e.Problems));
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Takes no more clients, and lets tunnels end until the time of the configuration is over.</summary>
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
        _builder?.Dispose();
        _changing.Dispose();
        _end.Dispose();
    }

    internal GatewayState State => new(Configuration, Proxy, _metrics, _log?.Lost ?? 0, _builder, Configuration.Allow.Any(r => r.IsBuilder) && _builder?.Hosts.Count is null or 0, _end.IsCancellationRequested);

    private async Task StartAsync(Func<Stream> output, CancellationToken cancellation)
    {
        var configuration = _source.Read();
        _log = OpenLog(configuration.Log, output);
        var route = _composer.Route(configuration);
        await ReplaceBuilderAsync(configuration, route, cancellation);
        Use(configuration, route);
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

    private void Use(GatewayConfiguration configuration, IRoute route)
    {
        Proxy.Apply(_composer.Compose(configuration, _builder?.Hosts ?? [], route, Decided));
        (Configuration, _route) = (configuration, route);
    }

    private void Decided(Decision decision)
    {
        _metrics.Add(decision);
        _log?.Add(decision);
    }

    private bool NeedsRestart(GatewayConfiguration next) =>
        !next.Listen.Where(l => l.Port != 0).SequenceEqual(Proxy.EndPoints.Where(l => next.Listen.Any(n => n.Port != 0))) || next.Log != Configuration.Log || !Equals(next.Admin, Configuration.Admin);

    private async Task ReplaceBuilderAsync(GatewayConfiguration configuration, IRoute route, CancellationToken cancellation)
    {
        _builder?.Dispose();
        _builder = configuration.Builder is { } source ? new BuilderHostList(source, _folder, route, _time) : null;
        if (_builder is null)
            return;
        _builder.TakeKept();
        await AskBuilderAsync(cancellation);
    }

    // True when there are other hosts now. A gateway starts without the builder, closed, and asks again.
    private async Task<bool> AskBuilderAsync(CancellationToken cancellation)
    {
        try
        {
            var changed = await _builder!.LoadAsync(cancellation);
            _builderDue = _time.GetUtcNow() + BuilderInterval;
            if (changed)
                _tell(new GatewayEvent("builder", $"The builder's hosts are {string.Join(", ", _builder.Hosts.Select(h => $"{h.Name}:{h.Port}"))}, signed with {_builder.Key}.", []));
            return changed;
        }
        catch (ProblemException e)
        {
            _builderDue = _time.GetUtcNow() + BuilderRetry;
            _tell(new GatewayEvent("builder", _builder!.Hosts.Count > 0 ? "The list of before stays in force." : "Nothing of the builder is allowed until its list is there.", e.Problems));
            return false;
        }
    }

    private async Task WatchAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(Look, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                if (_source.HasChanged)
                    await ReloadAsync();
                if (_builder is not null && _time.GetUtcNow() >= _builderDue)
                    await RefreshBuilderAsync(end);
            }
        }
        catch (OperationCanceledException)
        {
            // The gateway ends.
        }
    }

    private async Task RefreshBuilderAsync(CancellationToken end)
    {
        await _changing.WaitAsync(end);
        try
        {
            if (await AskBuilderAsync(end))
                Use(Configuration, _route);
        }
        finally
        {
            _changing.Release();
        }
    }
}
