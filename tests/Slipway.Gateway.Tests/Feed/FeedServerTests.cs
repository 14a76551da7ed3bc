using System.Net;
using Slipway.Firewall.Feed;
using Slipway.Gateway.Feed;

namespace Slipway.Gateway.Tests.Feed;

/// <summary>curl pulls lists as a device would.</summary>
public sealed class FeedServerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FeedSignature _signature = null!;
    private FeedServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _folder.Add("builder.txt", "13.32.0.0/15\n24.110.128.0/17\n2600:9000::/28\n");
        _signature = new FeedSignature(FeedSecret.Open(_folder["kept/secret"]));
        _server = await FeedServer.StartAsync([_folder["builder.txt"]], new IPEndPoint(IPAddress.Loopback, 0), null, _signature, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void A_list_is_read_at_its_signed_address_and_not_sent_again_while_it_is_the_same()
    {
        var address = Signed("/builder.txt", TimeSpan.FromDays(1));
        Assert.Equal(File.ReadAllText(_folder["builder.txt"]), ExternalTool.RunWell("curl", "-s", address));
        var tag = _folder["tag"];
        ExternalTool.RunWell("curl", "-s", "--etag-save", tag, "-o", "/dev/null", address);
        Assert.Equal("304", ExternalTool.RunWell("curl", "-s", "--etag-compare", tag, "-o", "/dev/null", "-w", "%{http_code}", address));
        _folder.Add("builder.txt", "13.32.0.0/15\n");
        Assert.Equal("200", ExternalTool.RunWell("curl", "-s", "--etag-compare", tag, "-o", "/dev/null", "-w", "%{http_code}", address));
    }

    [Fact]
    public void Pages_make_up_the_list_and_each_names_the_next()
    {
        var address = Signed("/builder.txt", TimeSpan.FromDays(1)) + "&size=2";
        var (first, second) = (ExternalTool.RunWell("curl", "-si", address + "&page=1"), ExternalTool.RunWell("curl", "-s", address + "&page=2"));
        Assert.Contains("Slipway-Pages: 2", first, StringComparison.Ordinal);
        var next = first.Split("Link: <")[1].Split('>')[0];
        Assert.Equal(second, ExternalTool.RunWell("curl", "-s", _server.Address + next));
        Assert.Equal(File.ReadAllText(_folder["builder.txt"]), first.Split("\r\n\r\n")[1] + second);
        Assert.Equal("404", Status(address + "&page=3"));
        Assert.Equal("400", Status(address + "&page=x"));
    }

    [Fact]
    public void An_address_that_was_changed_or_has_expired_gives_nothing()
    {
        var good = Signed("/builder.txt", TimeSpan.FromDays(1));
        Assert.Equal("200", Status(good));
        Assert.Equal("403", Status(good[..^1] + (good[^1] == '0' ? '1' : '0')));
        Assert.Equal("403", Status(good.Replace("expires=1", "expires=2", StringComparison.Ordinal)));
        Assert.Equal("403", Status(good.Replace("builder.txt", "other.txt", StringComparison.Ordinal)));
        Assert.Equal("403", Status(good.Split('?')[0]));
        Assert.Equal("403", Status(Signed("/builder.txt", TimeSpan.FromSeconds(-2))));
        Assert.Equal("403", Status(Signed("/kept/secret", TimeSpan.FromDays(1))));
    }

    private static string Status(string address) => ExternalTool.RunWell("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", address);

    private string Signed(string path, TimeSpan time) => $"{_server.Address}{path}?{_signature.Query(path, DateTimeOffset.UtcNow + time)}";
}
