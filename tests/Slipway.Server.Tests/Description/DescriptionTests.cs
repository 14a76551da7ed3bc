using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Description;

namespace Slipway.Server.Tests.Description;

public sealed class DescriptionTests
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    [Fact]
    public async Task It_is_OpenAPI_3_1_with_one_id_for_each_operation()
    {
        await using var service = await TestService.StartAsync();
        var document = await ReadAsync(service);
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var ids = Operations(document).Select(o => o.Operation.GetProperty("operationId").GetString()).ToList();
        Assert.NotEmpty(ids);
        Assert.Empty(ids.GroupBy(id => id, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public async Task Operations_that_need_a_scope_say_so_and_name_their_failures()
    {
        await using var service = await TestService.StartAsync();
        var document = await ReadAsync(service);
        var caller = document.GetProperty("paths").GetProperty("/api/v1/caller").GetProperty("get");
        Assert.Equal("builds.read", caller.GetProperty("security")[0].GetProperty("bearer")[0].GetString());
        foreach (var status in new[] { "401", "403", "429", "default" })
        {
            var schema = caller.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/problem+json").GetProperty("schema");
            Assert.Equal("#/components/schemas/ProblemDetails", schema.GetProperty("$ref").GetString());
        }

        Assert.Equal("http", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("type").GetString());
        Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty("ProblemDetails", out _));
        Assert.False(document.GetProperty("paths").GetProperty("/health/live").GetProperty("get").TryGetProperty("security", out _));
    }

    [Fact]
    public async Task What_waits_for_a_client_that_reads_slowly_is_a_part_of_it()
    {
        await using var service = await TestService.StartAsync();
        await using var body = new LargestWrite();
        var context = new DefaultHttpContext { RequestServices = service.App.Services, Response = { Body = body } };
        await (await service.App.Services.GetRequiredService<ServedDescription>().AnswerAsync(context)).ExecuteAsync(context);
        Assert.InRange(body.Length, 200_000, int.MaxValue);
        Assert.InRange(body.Largest, 1, 64 << 10);
    }

    [Fact]
    public async Task Every_route_of_the_interface_is_described()
    {
        await using var service = await TestService.StartAsync();
        var described = Operations(await ReadAsync(service)).Select(o => o.Path).ToHashSet(StringComparer.Ordinal);
        var routes = service.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => p.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.Contains(System.Text.RegularExpressions.Regex.Replace(route, @":[^}/]+}", "}"), described));
    }

    [Fact]
    public async Task Every_heading_has_operations_below_it_and_every_operation_a_heading()
    {
        await using var service = await TestService.StartAsync();
        var document = await ReadAsync(service);
        var headings = document.GetProperty("tags").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ToHashSet();
        var used = Operations(document).SelectMany(o => o.Operation.GetProperty("tags").EnumerateArray()).Select(t => t.GetString()).ToHashSet();
        Assert.Contains("Credentials", used);
        Assert.Equal(used.Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_is_made_once_and_not_sent_to_whoever_has_it()
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        using var first = await anybody.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.NotNull(first.Headers.ETag);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await anybody.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, second.StatusCode);
        var bytes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => anybody.GetByteArrayAsync("/openapi/v1.json", TestContext.Current.CancellationToken)));
        Assert.Single(bytes.Select(Convert.ToHexString).Distinct());
    }

    [Fact]
    public async Task Lists_of_values_say_which_values_there_are()
    {
        await using var service = await TestService.StartAsync();
        var schemas = (await ReadAsync(service)).GetProperty("components").GetProperty("schemas");
        Assert.Equal("#/components/schemas/MobilePlatform", schemas.GetProperty("LaunchRequest").GetProperty("properties").GetProperty("platforms").GetProperty("items").GetProperty("$ref").GetString());
        Assert.Equal(["Android", "iOS"], schemas.GetProperty("MobilePlatform").GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
    }

    private static Task<JsonElement> ReadAsync(TestService service) =>
        service.Admin.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

    private static IEnumerable<(string Path, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where Methods.Contains(operation.Name)
        select (path.Name, operation.Value);
}
