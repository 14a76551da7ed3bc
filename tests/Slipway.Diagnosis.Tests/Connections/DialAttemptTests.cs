using System.Net;
using System.Net.Sockets;
using Slipway.Diagnosis.Connections;

namespace Slipway.Diagnosis.Tests.Connections;

public sealed class DialAttemptTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_port_where_somebody_listens_is_open_and_one_that_is_only_bound_refuses()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var place = (IPEndPoint)socket.LocalEndPoint!;
        Assert.Equal(DialOutcome.Refused, (await DialAttempt.TryAsync(place, Patience, TestContext.Current.CancellationToken)).State);
        socket.Listen();
        var open = await DialAttempt.TryAsync(place, Patience, TestContext.Current.CancellationToken);
        Assert.Equal((DialOutcome.Open, IPAddress.Loopback), (open.State, open.Local));
    }
}
