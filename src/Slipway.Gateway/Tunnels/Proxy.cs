using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Slipway.Gateway.Policy;
using Slipway.Listening;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// A forward proxy that opens tunnels and passes plain requests on to the destinations that its settings allow. It uses raw sockets,
/// because an HTTP server cannot turn a request into a tunnel.
/// </summary>
public sealed class Proxy : IAsyncDisposable
{
    // The answer to a client that is turned away takes a file for a moment as well.
    private const int MostTurnedAway = 64;

    private static readonly TimeSpan SweepInterval = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<long, ProxySession> _sessions = new();
    private readonly ConnectionRateLimiter _counts = new();
    private readonly ConnectionPlaces _places;
    private readonly int _room = OpenFileLimit.OfThisProcess().RoomForTunnels;
    private readonly List<Listener> _listeners = [];
    private readonly string _idPrefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));
    private readonly ITimer _sweep;
    private volatile TaskCompletionSource? _emptied;
    private volatile ProxySettings _settings;
    private volatile AddressRule? _ownAddresses;
    private long _lastNumber;
    private long _accepted;
    private int _turnedAway;

    /// <summary>Creates a proxy that does not listen yet.</summary>
    public Proxy(ProxySettings settings, TimeProvider? time = null)
    {
        _settings = settings;
        _places = new ConnectionPlaces(LimitsOf(settings));
        Time = time ?? TimeProvider.System;
        Clock = new ProxyClock(Time);
        _sweep = Time.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
    }

    /// <summary>The settings of new requests.</summary>
    public ProxySettings Settings => _settings;

    /// <summary>The addresses where the proxy listens.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints => [.. _listeners.Select(l => l.EndPoint)];

    /// <summary>The number of open connections of clients.</summary>
    public int OpenConnections => _places.Open;

    /// <summary>The number of connections accepted since the start.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    internal TimeProvider Time { get; }

    internal ProxyClock Clock { get; }

    /// <summary>Starts to listen. Port 0 takes a free port; see <see cref="EndPoints"/>.</summary>
    /// <exception cref="ProblemException">The proxy cannot listen at one of the addresses.</exception>
    public void Start(params IReadOnlyList<IPEndPoint> addresses)
    {
        foreach (var address in addresses)
            _listeners.Add(new Listener(address));
        _ownAddresses = null;
        foreach (var listener in _listeners.TakeLast(addresses.Count))
            listener.Start(Accept, Time);
    }

    /// <summary>Uses other settings from the next request on.</summary>
    public void Apply(ProxySettings next)
    {
        _places.Limits = LimitsOf(next);
        _settings = next;
    }

    /// <summary>Ends tunnels to destinations that the lists no longer allow.</summary>
    public void EndForbidden()
    {
        foreach (var (_, session) in _sessions)
            session.EndIfForbidden(_settings);
    }

    /// <summary>Stops accepting connections and waits until the tunnels have ended. When the time is up, it ends the remaining ones.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        foreach (var listener in _listeners)
            await listener.DisposeAsync();
        var empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _emptied = empty;
        if (_sessions.IsEmpty)
            return;
        await Task.WhenAny(empty.Task, Task.Delay(grace, Time));
        foreach (var (_, session) in _sessions)
            session.Abort(DenyReason.Stopped);
        if (!_sessions.IsEmpty)
            await empty.Task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        await _sweep.DisposeAsync();
    }

    internal string RequestId(long number) => string.Create(CultureInfo.InvariantCulture, $"{_idPrefix}-{number:x}");

    /// <summary>Returns the rule for addresses, with the addresses where this proxy listens.</summary>
    internal AddressRule OwnAddresses(ProxySettings of)
    {
        var rule = _ownAddresses;
        if (rule is null || !ReferenceEquals(rule.Allowed, of.Addresses.Allowed))
            _ownAddresses = rule = of.Addresses with { Own = [.. of.Addresses.Own, .. EndPoints] };
        return rule;
    }

    internal void Ended(ProxySession session)
    {
        if (session.Place is { } place)
            place.Dispose();
        else
            Interlocked.Decrement(ref _turnedAway);
    }

    /// <summary>Reports the outcome of a session. A proxy that stops has waited for all of them.</summary>
    internal void Forget(ProxySession session)
    {
        _sessions.TryRemove(session.Number, out _);
        if (_sessions.IsEmpty)
            _emptied?.TrySetResult();
    }

    private void Accept(Socket socket)
    {
        var remote = ((IPEndPoint)socket.RemoteEndPoint!).Address;
        if (remote.IsIPv4MappedToIPv6)
            remote = remote.MapToIPv4();
        var session = new ProxySession(this, socket, remote, Interlocked.Increment(ref _lastNumber));
        session.Place = _places.Take(remote, () => session.Abort(DenyReason.TooManyConnections));
        if (session.Place is null && Interlocked.Increment(ref _turnedAway) > MostTurnedAway)
        {
            socket.Dispose();
            Interlocked.Decrement(ref _turnedAway);
            return;
        }

        _sessions[session.Number] = session;
        var refusal = _counts.Enter(remote, session.Settings.Limits, Clock.Now);
        if (session.Place is null)
            refusal = DenyReason.TooManyConnections;
        if (session.Settings.Clients is { } networks && !networks.Any(n => n.Contains(remote)))
            refusal = DenyReason.ClientNotAllowed;
        _ = session.RunAsync(refusal);
        Interlocked.Increment(ref _accepted);
    }

    private ConnectionLimits LimitsOf(ProxySettings of) => new(Math.Min(of.Limits.Open, _room), of.Limits.OpenPerClient);

    private void Sweep()
    {
        var now = Clock.Look();
        foreach (var (_, session) in _sessions)
            session.Check(now);
        _counts.Sweep(now);
    }
}
