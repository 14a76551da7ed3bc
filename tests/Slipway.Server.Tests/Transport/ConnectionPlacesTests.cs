using System.Net;
using Slipway.Listening;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Tests.Transport;

public sealed class ConnectionPlacesTests
{
    private static readonly IPAddress One = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Two = IPAddress.Parse("192.0.2.2");

    private readonly List<string> _closed = [];

    [Fact]
    public void The_one_that_has_been_idle_longest_is_closed_to_make_room()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(3, 3));
        var (first, _, _) = (Take(places, One, "a"), Take(places, One, "b"), Take(places, Two, "c"));
        first!.Begin();
        first.End();
        Assert.NotNull(Take(places, Two, "d"));
        Assert.NotNull(Take(places, Two, "e"));
        Assert.Equal(["b", "c"], _closed);
        Assert.Equal(2, places.Closed);
    }

    [Fact]
    public void A_connection_with_a_request_in_flight_keeps_its_place()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(3, 3));
        var (one, two, three) = (Take(places, One, "a"), Take(places, Two, "b"), Take(places, Two, "x"));
        one!.Begin();
        two!.Begin();
        two.Begin();
        three!.Begin();
        Assert.Null(Take(places, IPAddress.Loopback, "c"));
        two.End();
        Assert.Null(Take(places, IPAddress.Loopback, "d"));
        two.End();
        Assert.NotNull(Take(places, IPAddress.Loopback, "e"));
        Assert.Equal(["b"], _closed);
        Assert.Equal(2, places.Refused);
    }

    [Fact]
    public void One_address_that_wants_more_than_its_share_loses_its_own()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(10, 2));
        Take(places, Two, "others");
        foreach (var name in new[] { "a", "b", "c", "d" })
            Assert.NotNull(Take(places, One, name));
        Assert.Equal(["a", "b"], _closed);
    }

    [Fact]
    public void An_address_that_may_have_one_has_one()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(10, 1));
        foreach (var name in new[] { "a", "b", "c", "d" })
            Assert.NotNull(Take(places, One, name));
        Assert.Equal(["a", "b", "c"], _closed);
    }

    [Fact]
    public void Addresses_of_one_IPv6_network_are_one_and_a_mapped_address_is_the_IPv4_one()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(10, 1));
        Take(places, IPAddress.Parse("2001:db8::1"), "a");
        Take(places, IPAddress.Parse("2001:db8::2"), "b");
        Take(places, IPAddress.Parse("2001:db8:0:1::1"), "c");
        Take(places, One, "d");
        Take(places, One.MapToIPv6(), "e");
        Assert.Equal(["a", "d"], _closed);
    }

    [Fact]
    public void Proxies_share_their_connections_among_many_and_have_the_limit_of_all_only()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(4, 1) { Shared = [IPNetwork.Parse("192.0.2.0/31")] });
        foreach (var name in new[] { "a", "b", "c", "d" })
            Assert.NotNull(Take(places, One, name));
        Assert.Empty(_closed);
        Assert.NotNull(Take(places, One, "e"));
        Assert.Equal(["a"], _closed);
    }

    [Fact]
    public void Places_come_back_once_each_and_nothing_is_kept_of_those_who_are_gone()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(2, 1));
        for (var i = 0; i < 100; i++)
        {
            var place = Take(places, new IPAddress([10, 0, 0, (byte)i]), "x")!;
            place.Begin();
            place.Dispose();
            place.End();
            place.Dispose();
        }

        Assert.Equal(0, places.Open);
        Assert.Empty(_closed);
    }

    [Fact]
    public void Requests_at_once_on_a_connection_have_the_limits_of_connections_but_for_its_first_one()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(3, 2));
        var (one, two) = (Take(places, One, "a")!, Take(places, Two, "b")!);
        Assert.True(one.Begin());
        Assert.True(one.Begin());
        Assert.False(one.Begin());
        Assert.True(two.Begin());
        Assert.False(two.Begin());
        Assert.True(Take(places, One, "c")!.Begin());
        one.End();
        one.End();
        Assert.True(one.Begin());
        Assert.False(one.Begin());
    }

    [Fact]
    public void Requests_that_outlast_their_connection_count_until_they_end()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(10, 2));
        var gone = Take(places, One, "a")!;
        Assert.True(gone.Begin());
        Assert.True(gone.Begin());
        gone.Dispose();
        var next = Take(places, One, "b")!;
        Assert.True(next.Begin());
        Assert.False(next.Begin());
        gone.End();
        gone.End();
        Assert.True(next.Begin());
    }

    [Fact]
    public async Task Nobody_is_accepted_while_too_many_are_still_being_closed()
    {
        var places = new ConnectionPlaces(new ConnectionLimits(1, 1));
        var all = Enumerable.Range(0, 33).Select(_ => Take(places, One, "x")!).ToList();
        var room = places.WaitForRoomAsync(TestContext.Current.CancellationToken);
        Assert.False(room.IsCompleted);
        all[0].Dispose();
        await room;
        Assert.True(places.WaitForRoomAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public void Limits_leave_files_for_everything_else()
    {
        Assert.Equal(new ConnectionLimits(88, 32), ConnectionLimits.For(null, null, new OpenFileLimit(512, 272), "--most"));
        Assert.Equal(new ConnectionLimits(10_000, 2500), ConnectionLimits.For(null, null, new OpenFileLimit(1 << 20, 272), "--most"));
        Assert.Equal(new ConnectionLimits(50, 7), ConnectionLimits.For(50, 7, new OpenFileLimit(512, 272), "--most"));
        Assert.Equal(new ConnectionLimits(5, 5), ConnectionLimits.For(5, null, new OpenFileLimit(512, 272), "--most"));
        var tooMany = Assert.Throws<ProblemException>(() => ConnectionLimits.For(89, null, new OpenFileLimit(512, 272), "--most")).Problems[0];
        Assert.Equal(("SLW-HST-50007", "--most"), (tooMany.Code, tooMany.Where));
        Assert.Contains("a limit of at least 345 is needed", Assert.Throws<ProblemException>(() => ConnectionLimits.For(null, null, new OpenFileLimit(256, 249), "--most")).Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Max open files            256                  4096                 files     ", 256)]
    [InlineData("Max open files            unlimited            unlimited            files     ", int.MaxValue)]
    public void The_limit_of_the_system_is_read(string line, long expected) => Assert.Equal(expected, OpenFileLimit.ReadLimit(["Max processes  1 1 processes", line]));

    private ConnectionPlace? Take(ConnectionPlaces places, IPAddress address, string name) => places.Take(address, () => _closed.Add(name));
}
