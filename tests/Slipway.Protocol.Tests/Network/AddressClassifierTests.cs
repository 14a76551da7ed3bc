using System.Net;
using Slipway.Protocol.Network;

namespace Slipway.Protocol.Tests.Network;

public sealed class AddressClassifierTests
{
    // The first and the last address of each range, and their neighbours outside of it.
    [Theory]
    [InlineData("0.0.0.0", "0.255.255.255", AddressClass.Unspecified, null, "1.0.0.0")]
    [InlineData("10.0.0.0", "10.255.255.255", AddressClass.Private, "9.255.255.255", "11.0.0.0")]
    [InlineData("100.64.0.0", "100.127.255.255", AddressClass.CarrierNat, "100.63.255.255", "100.128.0.0")]
    [InlineData("127.0.0.0", "127.255.255.255", AddressClass.Loopback, "126.255.255.255", "128.0.0.0")]
    [InlineData("169.254.0.0", "169.254.255.255", AddressClass.LinkLocal, "169.253.255.255", "169.255.0.0")]
    [InlineData("172.16.0.0", "172.31.255.255", AddressClass.Private, "172.15.255.255", "172.32.0.0")]
    [InlineData("192.0.0.0", "192.0.0.255", AddressClass.Reserved, "191.255.255.255", "192.0.1.0")]
    [InlineData("192.0.2.0", "192.0.2.255", AddressClass.Documentation, "192.0.1.255", "192.0.3.0")]
    [InlineData("192.88.99.0", "192.88.99.255", AddressClass.Tunnel, "192.88.98.255", "192.88.100.0")]
    [InlineData("192.168.0.0", "192.168.255.255", AddressClass.Private, "192.167.255.255", "192.169.0.0")]
    [InlineData("198.18.0.0", "198.19.255.255", AddressClass.Reserved, "198.17.255.255", "198.20.0.0")]
    [InlineData("198.51.100.0", "198.51.100.255", AddressClass.Documentation, "198.51.99.255", "198.51.101.0")]
    [InlineData("203.0.113.0", "203.0.113.255", AddressClass.Documentation, "203.0.112.255", "203.0.114.0")]
    [InlineData("224.0.0.0", "239.255.255.255", AddressClass.Multicast, "223.255.255.255", null)]
    [InlineData("240.0.0.0", "255.255.255.255", AddressClass.Reserved, null, null)]
    [InlineData("2001::", "2001:0:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.Tunnel, "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null)]
    [InlineData("2001:1::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.Reserved, null, "2001:200::")]
    [InlineData("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.Documentation, "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::")]
    [InlineData("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.Tunnel, "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::")]
    [InlineData("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.Documentation, "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::")]
    [InlineData("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.Private, null, null)]
    [InlineData("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.LinkLocal, null, null)]
    [InlineData("fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.Private, null, null)]
    [InlineData("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressClass.Multicast, null, null)]
    public void A_range_ends_where_it_ends(string first, string last, AddressClass expected, string? before, string? after)
    {
        Assert.Equal(expected, Of(first));
        Assert.Equal(expected, Of(last));
        Assert.All(new[] { before, after }.OfType<string>(), outside => Assert.Equal(AddressClass.Public, Of(outside)));
    }

    [Theory]
    [InlineData("::", AddressClass.Unspecified)]
    [InlineData("::1", AddressClass.Loopback)]
    [InlineData("::2", AddressClass.Tunnel)]
    [InlineData("::7f00:1", AddressClass.Tunnel)]
    [InlineData("::ffff:127.0.0.1", AddressClass.Loopback)]
    [InlineData("::ffff:10.0.0.1", AddressClass.Private)]
    [InlineData("::ffff:169.254.169.254", AddressClass.LinkLocal)]
    [InlineData("::ffff:8.8.8.8", AddressClass.Public)]
    [InlineData("64:ff9b::7f00:1", AddressClass.Loopback)]
    [InlineData("64:ff9b::a9fe:a9fe", AddressClass.LinkLocal)]
    [InlineData("64:ff9b::808:808", AddressClass.Public)]
    [InlineData("64:ff9b:1::808:808", AddressClass.Private)]
    [InlineData("64:ff9b:2::1", AddressClass.Reserved)]
    [InlineData("2002:7f00:1::1", AddressClass.Tunnel)]
    [InlineData("100::1", AddressClass.Reserved)]
    [InlineData("1fff:ffff::1", AddressClass.Reserved)]
    [InlineData("4000::1", AddressClass.Reserved)]
    [InlineData("5f00::1", AddressClass.Reserved)]
    [InlineData("fbff::1", AddressClass.Reserved)]
    [InlineData("fe7f::1", AddressClass.Reserved)]
    [InlineData("fe80::1%3", AddressClass.LinkLocal)]
    [InlineData("fd00:ec2::254", AddressClass.Private)]
    [InlineData("2606:4700:4700::1111", AddressClass.Public)]
    [InlineData("8.8.8.8", AddressClass.Public)]
    public void Forms_of_an_address_do_not_hide_it(string address, AddressClass expected) => Assert.Equal(expected, Of(address));

    // What a URI makes of the ways to write 127.0.0.1.
    [Theory]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    public void Spellings_of_loopback_in_a_URI_are_loopback(string uri) => Assert.Equal(AddressClass.Loopback, Of(new Uri(uri).DnsSafeHost));

    private static AddressClass Of(string address) => AddressClassifier.Of(IPAddress.Parse(address));
}
