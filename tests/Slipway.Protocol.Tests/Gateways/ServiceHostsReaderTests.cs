using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Gateways;

public sealed class ServiceHostsReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ServiceHosts Hosts = new(1, "https://builder.example.com", [new ServiceHost("builder.example.com", 443, "api")], ["sha256/AAAA"], Now, Now.AddHours(24));

    private static readonly Uri Asked = new("https://builder.example.com/");

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_list_has_this_form() => WireForm.Is(
        """{"v":1,"service":"https://builder.example.com","hosts":[{"name":"builder.example.com","port":443,"for":"api"}],"certificates":["sha256/AAAA"],"issuedAt":"2026-06-01T12:00:00+00:00","expiresAt":"2026-06-02T12:00:00+00:00"}""",
        Hosts);

    [Fact]
    public void A_list_is_read_by_anybody_and_by_who_knows_the_key()
    {
        var jws = Sign(Hosts);
        var published = ServiceHostsReader.Read(jws + "\n", null, Now, Asked);
        Assert.Equal(Hosts.Hosts, published.Hosts.Hosts);
        Assert.Equal(KeyThumbprint.Of(_key), published.Key);
        Assert.True(KeyThumbprint.IsOne(published.Key));
        Assert.Equal(published.Key, ServiceHostsReader.Read(jws, published.Key, Now, Asked).Key);
    }

    [Theory]
    [InlineData("https://other.example.com")]
    [InlineData("https://builder.example.com:8443")]
    [InlineData("http://builder.example.com:443")]
    [InlineData("https://builder.example.com.evil.example.org")]
    public void The_list_of_another_address_is_refused(string asked)
    {
        var failure = Assert.Throws<ProblemException>(() => ServiceHostsReader.Read(Sign(Hosts), KeyThumbprint.Of(_key), Now, new Uri(asked)));
        Assert.Equal("SLW-ENV-20007", failure.Problems[0].Code);
        Assert.NotNull(ServiceHostsReader.Read(Sign(Hosts), KeyThumbprint.Of(_key), Now, new Uri("https://BUILDER.example.com:443")));
        Assert.NotNull(ServiceHostsReader.Read(Sign(Hosts), KeyThumbprint.Of(_key), Now, null));
    }

    [Fact]
    public void Another_key_than_the_one_that_is_known_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal("SLW-ENV-20005", Code(Sign(Hosts), KeyThumbprint.Of(other), Now));
    }

    [Fact]
    public void Any_byte_that_is_changed_is_seen()
    {
        var jws = Sign(Hosts);
        for (var i = 0; i < jws.Length; i += 3)
        {
            var other = jws[i] == 'Q' ? 'R' : 'Q';
            Assert.StartsWith("SLW-ENV-2000", Code(jws[..i] + other + jws[(i + 1)..], KeyThumbprint.Of(_key), Now), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_list_holds_until_it_expires_and_clocks_may_differ_a_little()
    {
        var jws = Sign(Hosts);
        Assert.NotNull(ServiceHostsReader.Read(jws, null, Hosts.ExpiresAt.AddSeconds(-1), Asked));
        Assert.NotNull(ServiceHostsReader.Read(jws, null, Hosts.IssuedAt.AddMinutes(-5), Asked));
        Assert.Equal("SLW-ENV-20006", Code(jws, null, Hosts.ExpiresAt));
        Assert.Equal("SLW-ENV-20006", Code(jws, null, Hosts.IssuedAt.AddMinutes(-6)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in to the network</html>")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("bnVsbA.e30.e30")]
    public void What_is_no_statement_is_a_problem_and_no_failure(string text) => Assert.Equal("SLW-ENV-20006", Code(text, null, Now));

    [Fact]
    public void Another_statement_of_the_same_key_does_not_pass_for_a_list()
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(Hosts, GatewayJson.Default.ServiceHosts);
        Assert.Equal("SLW-ENV-20006", Code(CompactJws.Sign(_key, "slipway-echo", payload), null, Now));
        Assert.Equal("SLW-ENV-20006", Code(Sign(Hosts with { V = 2 }), null, Now));
        Assert.Equal("SLW-ENV-20006", Code(Sign(Hosts with { Hosts = [] }), null, Now));
        Assert.Equal("SLW-ENV-20006", Code(CompactJws.Sign(_key, ServiceHosts.Type, Encoding.UTF8.GetBytes("""{"v":1,"hosts":null}""")), null, Now));
    }

    private static string Code(string jws, string? key, DateTimeOffset now) => Assert.Throws<ProblemException>(() => ServiceHostsReader.Read(jws, key, now, Asked)).Problems[0].Code;

    private string Sign(ServiceHosts hosts) => CompactJws.Sign(_key, ServiceHosts.Type, JsonSerializer.SerializeToUtf8Bytes(hosts, GatewayJson.Default.ServiceHosts));
}
