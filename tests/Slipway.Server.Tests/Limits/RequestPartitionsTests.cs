using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Slipway.Server.Access;
using Slipway.Server.Limits;

namespace Slipway.Server.Tests.Limits;

public sealed class RequestPartitionsTests
{
    private const string Contract = "/api/native-mobile-builds/v1/build-operations";
    private static readonly RequestLimits Usual = new(100, 5, 10);

    [Theory]
    [InlineData("GET", 100)]
    [InlineData("POST", 5)]
    [InlineData("PATCH", 10)]
    public void Operations_of_the_contract_have_the_limits_of_the_organisation(string method, int expected) =>
        Assert.Equal(expected, GrantedOf(1000, () => Request("org", method, Contract)));

    [Theory]
    [InlineData("/API/native-mobile-builds/v1/build-operations")]
    [InlineData("/api/Native-Mobile-Builds/V1/build-operations")]
    public void Another_spelling_of_an_address_has_the_same_limit(string path) =>
        Assert.Equal(5, GrantedOf(1000, () => Request("org", "POST", path, pattern: Contract)));

    [Fact]
    public void Elsewhere_limits_are_generous() => Assert.Equal(1000, GrantedOf(1000, () => Request("org", "POST", "/api/v1/launches")));

    [Fact]
    public void Organisations_and_operations_are_counted_apart_and_a_changed_limit_holds_at_once()
    {
        using var limiter = new RequestPartitions(new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))).CreateLimiter();
        for (var i = 0; i < 5; i++)
            Assert.True(limiter.AttemptAcquire(Request("org", "POST", Contract)).IsAcquired);
        Assert.False(limiter.AttemptAcquire(Request("org", "POST", Contract)).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Request("other", "POST", Contract)).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Request("org", "POST", Contract + "/validations")).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Request("org", "GET", Contract)).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Request("org", "POST", Contract, Usual with { Creations = 50 })).IsAcquired);
    }

    [Fact]
    public void Ids_in_a_path_do_not_make_another_operation() =>
        Assert.Equal(100, GrantedOf(300, () => Request("org", "GET", Contract + "/" + Guid.NewGuid(), pattern: Contract + "/{key}")));

    [Fact]
    public void Workers_are_not_counted() => Assert.Equal(20_000, GrantedOf(20_000, () => Request("org", "POST", "/api/v1/workers", scope: Scope.Worker)));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:2:ffff::4", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:3::3", false)]
    public void An_IPv6_network_is_one_address(string first, string second, bool same) =>
        Assert.Equal(same, RequestPartitions.Network(IPAddress.Parse(first)) == RequestPartitions.Network(IPAddress.Parse(second)));

    private static int GrantedOf(int count, Func<HttpContext> request)
    {
        using var limiter = new RequestPartitions(new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))).CreateLimiter();
        return Enumerable.Range(0, count).Count(_ => limiter.AttemptAcquire(request()).IsAcquired);
    }

    private static DefaultHttpContext Request(string organisation, string method, string path, RequestLimits? limits = null, string? pattern = null, string scope = Scope.BuildsRead)
    {
        var context = new DefaultHttpContext { Request = { Method = method, Path = path } };
        context.Features.Set(new Caller("token", organisation, null, new HashSet<string> { scope }, "") { Limits = limits ?? Usual });
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern ?? path), 0, null, null));
        return context;
    }
}
