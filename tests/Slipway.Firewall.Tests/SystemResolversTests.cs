using System.Net;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests;

public sealed class SystemResolversTests
{
    [Theory]
    [InlineData("nameserver 10.0.0.53\n# nameserver 1.1.1.1\n\tnameserver   fd00::53\nnameserver 10.0.0.53\nsearch example.com\n", "10.0.0.53,fd00::53")]
    [InlineData("nameserver 127.0.0.53\nnameserver 10.0.0.54\n", "10.0.0.54")]
    [InlineData("nameserver nonsense\nnameserver\nnameserver fe80::1%eth0\nnameserver 10.0.0.55", "10.0.0.55")]
    public void They_are_read_from_the_file(string content, string found) => Assert.Equal(found, string.Join(',', Find(content)));

    [Fact]
    public void Behind_a_resolver_of_this_machine_are_those_that_it_asks()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            [IPAddress.Parse("10.0.0.53")],
            SystemResolvers.Find([folder.Add("stub", "nameserver 127.0.0.53\n"), folder["missing"], folder.Add("real", "nameserver 10.0.0.53\n")], () => []));
    }

    [Fact]
    public void None_but_this_machine_is_a_problem()
    {
        var e = Assert.Throws<ProblemException>(() => Find("nameserver ::1\n"));
        Assert.Same(FirewallProblems.ResolversUnknown, Assert.Single(e.Problems).Kind);
    }

    private static IReadOnlyList<IPAddress> Find(string content)
    {
        using var folder = new TemporaryFolder();
        return SystemResolvers.Find([folder.Add("resolv.conf", content)], () => []);
    }
}
