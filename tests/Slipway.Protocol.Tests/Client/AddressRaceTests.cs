using System.Net;
using System.Net.Sockets;
using Slipway.Protocol.Client;

namespace Slipway.Protocol.Tests.Client;

public sealed class AddressRaceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_that_does_not_answer_holds_up_nobody()
    {
        using var silent = new SilentPort();
        using var open = Listener();
        using var socket = await AddressRace.ConnectAsync([silent.EndPoint, (IPEndPoint)open.LocalEndPoint!], Cancellation);
        Assert.Equal(open.LocalEndPoint, socket.RemoteEndPoint);
    }

    [Fact]
    public async Task The_first_address_wins_where_it_answers()
    {
        using var first = Listener();
        using var second = Listener();
        using var socket = await AddressRace.ConnectAsync([(IPEndPoint)first.LocalEndPoint!, (IPEndPoint)second.LocalEndPoint!], Cancellation);
        Assert.Equal(first.LocalEndPoint, socket.RemoteEndPoint);
        Assert.False(second.Poll(0, SelectMode.SelectRead));
    }

    [Fact]
    public async Task Where_none_answers_the_reason_is_told()
    {
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var target = (IPEndPoint)closed.LocalEndPoint!;
        var failure = await Assert.ThrowsAsync<SocketException>(() => AddressRace.ConnectAsync([target, target], Cancellation));
        Assert.Equal(SocketError.ConnectionRefused, failure.SocketErrorCode);
    }

    [Fact]
    public async Task It_can_be_given_up()
    {
        using var silent = new SilentPort();
        using var cancellation = new CancellationTokenSource();
        var race = AddressRace.ConnectAsync([silent.EndPoint, silent.EndPoint], cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => race);
    }

    [Fact]
    public void Families_take_turns() => Assert.Equal(
        ["2001:db8::1", "192.0.2.1", "2001:db8::2", "192.0.2.2", "192.0.2.3"],
        AddressRace.Interleave([.. new[] { "2001:db8::1", "2001:db8::2", "192.0.2.1", "192.0.2.2", "192.0.2.3" }.Select(IPAddress.Parse)]).Select(address => address.ToString()));

    private static Socket Listener()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        return socket;
    }

    /// <summary>A port whose queue is full: the kernel drops what else comes.</summary>
    private sealed class SilentPort : IDisposable
    {
        private readonly List<Socket> _sockets = [];

        public SilentPort()
        {
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(listener);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            listener.Listen(0);
            EndPoint = (IPEndPoint)listener.LocalEndPoint!;
            var waiting = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(waiting);
            waiting.Connect(EndPoint);
        }

        public IPEndPoint EndPoint { get; }

        public void Dispose() => _sockets.ForEach(socket => socket.Dispose());
    }
}
