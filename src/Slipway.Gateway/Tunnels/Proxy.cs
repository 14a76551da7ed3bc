using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Slipway.Gateway.Policy;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// A forward proxy that opens tunnels and passes plain requests on to where its settings allow, over raw sockets: a server for HTTP
/// has no way to turn a request into a tunnel.
/// </summary>
public sealed class Proxy : IAsyncDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<long, Session> sessions = new();
    private readonly ClientCounts counts = new();
    private readonly List<Listener> listeners = [];
    private readonly string idPrefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));
    private readonly ITimer sweep;
    private volatile TaskCompletionSource? emptied;
    private volatile ProxySettings settings;
    private volatile AddressRule? ownAddresses;
    private long lastNumber;
    private long accepted;

    /// <summary>A proxy that listens nowhere yet.</summary>
    public Proxy(ProxySettings settings, TimeProvider? time = null)
    {
        this.settings = settings;
        Time = time ?? TimeProvider.System;
        Clock = new ProxyClock(Time);
        sweep = Time.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
    }

    /// <summary>The settings of new requests.</summary>
    public ProxySettings Settings => settings;

    /// <summary>Where it listens.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints => [.. listeners.Select(l => l.EndPoint)];

    /// <summary>How many connections of clients are open.</summary>
    public int OpenConnections => counts.Open;

    /// <summary>How many connections were accepted since it began.</summary>
    public long Accepted => Interlocked.Read(ref accepted);

    internal TimeProvider Time { get; }

    internal ProxyClock Clock { get; }

    /// <summary>Listens. With port 0 a free port is taken; see <see cref="EndPoints"/>.</summary>
    /// <exception cref="ProblemException">It cannot listen there.</exception>
    public void Start(params IReadOnlyList<IPEndPoint> addresses)
    {
        foreach (var address in addresses)
            listeners.Add(new Listener(address));
        ownAddresses = null;
        foreach (var listener in listeners.TakeLast(addresses.Count))
            listener.Start(Accept, Time);
    }

    /// <summary>Uses other settings from the next request on.</summary>
    public void Apply(ProxySettings next) => settings = next;

    /// <summary>Ends tunnels to where the lists no longer lead.</summary>
    public void EndForbidden()
    {
        foreach (var (_, session) in sessions)
            session.EndIfForbidden(settings);
    }

    /// <summary>Accepts nobody any more, and waits until the tunnels have ended or time is up; then it ends them.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        foreach (var listener in listeners)
            await listener.DisposeAsync();
        var empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        emptied = empty;
        if (sessions.IsEmpty)
            return;
        await Task.WhenAny(empty.Task, Task.Delay(grace, Time));
        foreach (var (_, session) in sessions)
            session.Abort(DenyReason.Stopped);
        if (!sessions.IsEmpty)
            await empty.Task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        await sweep.DisposeAsync();
    }

    internal string RequestId(long number) => string.Create(CultureInfo.InvariantCulture, $"{idPrefix}-{number:x}");

    /// <summary>The rule for addresses, with where this proxy listens.</summary>
    internal AddressRule OwnAddresses(ProxySettings of)
    {
        var rule = ownAddresses;
        if (rule is null || !ReferenceEquals(rule.Allowed, of.Addresses.Allowed))
            ownAddresses = rule = of.Addresses with { Own = [.. of.Addresses.Own, .. EndPoints] };
        return rule;
    }

    internal void Ended(IPAddress client) => counts.Leave(client);

    /// <summary>What became of a session is told: a proxy that stops has waited for it.</summary>
    internal void Forget(Session session)
    {
        sessions.TryRemove(session.Number, out _);
        if (sessions.IsEmpty)
            emptied?.TrySetResult();
    }

    private void Accept(Socket socket)
    {
        var remote = ((IPEndPoint)socket.RemoteEndPoint!).Address;
        if (remote.IsIPv4MappedToIPv6)
            remote = remote.MapToIPv4();
        var session = new Session(this, socket, remote, Interlocked.Increment(ref lastNumber));
        sessions[session.Number] = session;
        var now = Clock.Now;
        var refusal = counts.Enter(remote, session.Settings.Limits, now);
        if (session.Settings.Clients is { } networks && !networks.Any(n => n.Contains(remote)))
            refusal = DenyReason.ClientNotAllowed;
        _ = session.RunAsync(refusal);
        Interlocked.Increment(ref accepted);
    }

    private void Sweep()
    {
        var now = Clock.Look();
        foreach (var (_, session) in sessions)
            session.Check(now);
        counts.Sweep(now);
    }
}
