using System.Net;
using Slipway.Connect.Names;

namespace Slipway.Connect.Tests.Names;

public sealed class AbsoluteNamesTests
{
    [Theory]
    [InlineData("builder.example.com", "builder.example.com.")]
    [InlineData("builder", "builder.")]
    public async Task Name_servers_are_asked_for_a_name_that_nothing_is_appended_to(string name, string asked)
    {
        using var folder = new TemporaryFolder();
        var names = new AbsoluteNames(new HostsFile(folder["hosts"]), (question, _) => Task.FromResult<IPAddress[]>(question == asked ? [IPAddress.Loopback] : []));
        Assert.Equal([IPAddress.Loopback], await names.LookUpAsync(name, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("app.localhost")]
    public async Task This_machine_is_known_without_a_name_server(string name)
    {
        using var folder = new TemporaryFolder();
        var names = new AbsoluteNames(new HostsFile(folder["hosts"]), (_, _) => throw new InvalidOperationException("A name server was asked."));
        Assert.Equal([IPAddress.IPv6Loopback, IPAddress.Loopback], await names.LookUpAsync(name, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_hosts_file_comes_first_and_is_read_again_when_it_changes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Add("hosts", "# a comment\n\n 192.0.2.1\tBuilder.example.com alias # not.example.com\n2001:db8::1 builder.example.com\n192.0.2.9\nnonsense builder.example.com\n");
        var names = new AbsoluteNames(new HostsFile(path), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        Assert.Equal("192.0.2.1 2001:db8::1", await AddressesAsync(names, "builder.example.com"));
        Assert.Equal("192.0.2.1", await AddressesAsync(names, "alias"));
        Assert.Equal("127.0.0.1", await AddressesAsync(names, "not.example.com"));
        Assert.Equal("127.0.0.1", await AddressesAsync(names, "example.com"));
        File.WriteAllText(path, "192.0.2.77 builder.example.com\n");
        Assert.Equal("192.0.2.77", await AddressesAsync(names, "builder.example.com"));
        File.Delete(path);
        Assert.Equal("127.0.0.1", await AddressesAsync(names, "builder.example.com"));
    }

    private static async Task<string> AddressesAsync(AbsoluteNames names, string name) =>
        string.Join(' ', (await names.LookUpAsync(name, TestContext.Current.CancellationToken)).Select(address => address.ToString()));
}
