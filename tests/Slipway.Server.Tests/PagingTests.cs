using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Tests;

public sealed class PagingTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    // An organisation has only so many of these.
    private static readonly HashSet<string> Bounded = new(StringComparer.Ordinal) { "/api/v1/credentials", "/api/v1/webhooks" };

    [Fact]
    public async Task An_array_comes_in_pages_that_lead_to_the_next_one()
    {
        using var client = await fixture.Service.OrganisationAsync("Paged");
        foreach (var name in new[] { "c", "a", "b" })
            await client.PostAsync("/api/v1/applications", new { name });
        var names = new List<string>();
        var address = "/api/v1/applications?limit=2";
        var pages = 0;
        for (; address is not null; pages++)
        {
            using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            names.AddRange((await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).EnumerateArray().Select(application => application.Text("name")));
            address = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal(2, pages);
    }

    [Theory]
    [InlineData("/api/v1/tokens")]
    [InlineData("/api/v1/users")]
    [InlineData("/api/v1/environments")]
    [InlineData("/api/v1/organisations")]
    [InlineData("/api/v1/applications")]
    public async Task A_page_is_never_longer_than_its_bound(string path)
    {
        await fixture.Service.Admin.GetAsync($"{path}?limit=1000", HttpStatusCode.OK);
        await fixture.Service.Admin.GetAsync($"{path}?limit=1001", HttpStatusCode.BadRequest);
        await fixture.Service.Admin.GetAsync($"{path}?limit=0", HttpStatusCode.BadRequest);
        await fixture.Service.Admin.GetAsync($"{path}?offset=-1", HttpStatusCode.BadRequest);
        Assert.Equal(0, (await fixture.Service.Admin.GetAsync($"{path}?offset=2147483647", HttpStatusCode.OK)).GetArrayLength());
    }

    [Fact]
    public async Task Every_list_of_the_interface_has_pages_or_a_bound()
    {
        var document = await fixture.Service.Admin.GetAsync("/openapi/v1.json", HttpStatusCode.OK);
        var lists = (from path in document.GetProperty("paths").EnumerateObject()
                     where path.Name.StartsWith("/api/v1/", StringComparison.Ordinal) && path.Value.TryGetProperty("get", out _)
                     let operation = path.Value.GetProperty("get")
                     where IsArray(operation)
                     select (path.Name, Parameters: operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Select(p => p.Text("name")).ToList() : [])).ToList();
        Assert.True(lists.Count >= 6, string.Join(' ', lists.Select(list => list.Name)));
        Assert.All(lists.Where(list => !Bounded.Contains(list.Name)), list => Assert.Contains("limit", list.Parameters));
    }

    [Theory]
    [InlineData(null, null, 0, 1000)]
    [InlineData(7, 1, 7, 1)]
    public void Who_says_nothing_gets_a_long_page(int? offset, int? limit, int expectedOffset, int expectedLimit) => Assert.Equal(new Paging(expectedOffset, expectedLimit), Paging.OfArray(offset, limit));

    [Fact]
    public void Lists_that_count_their_pages_are_shorter() => Assert.Throws<ProblemException>(() => Paging.Of(null, 101));

    private static bool IsArray(JsonElement operation) =>
        operation.GetProperty("responses").TryGetProperty("200", out var ok) && ok.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json)
        && json.GetProperty("schema").TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "array";
}
