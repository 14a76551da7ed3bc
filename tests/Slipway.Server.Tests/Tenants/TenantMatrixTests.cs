using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Tenants;

/// <summary>Every route that the server has, called by nobody, by somebody without the right, and by another organisation. A new route is in it without being written down.</summary>
public sealed class TenantMatrixTests
{
    private const string AnyMethod = "ANY";
    private static readonly string[] Platform = [Scope.PlatformAdmin];

    // Everybody may call these. Whoever adds one has to say so here.
    private static readonly HashSet<string> Public = new(StringComparer.Ordinal)
    {
        "POST /api/v1/sessions",
        "GET /",
        "HEAD /",
        "GET /health/live",
        "HEAD /health/live",
        "GET /health/ready",
        "HEAD /health/ready",
        "GET /v1/GetHealth",
        "HEAD /v1/GetHealth",
        "GET /openapi/v1.json",
        "HEAD /openapi/v1.json",
        "GET /docs/{documentName?}",
        "HEAD /docs/{documentName?}",
        "GET /docs/scalar.js",
        "HEAD /docs/scalar.js",
        "GET /docs/scalar.aspnetcore.js",
        "HEAD /docs/scalar.aspnetcore.js",
        "GET /docs/favicon.svg",
        "HEAD /docs/favicon.svg",
        "GET /i/{token}",
        "HEAD /i/{token}",
        "GET /i/{token}/{file}",
        "HEAD /i/{token}/{file}",
        "GET /a/{artifact:guid}/{name}",
        "HEAD /a/{artifact:guid}/{name}",
        "GET /l/{build:guid}",
        "HEAD /l/{build:guid}",
        // The code that comes with it, and the signature of a server, say who it is.
        "POST /api/v1/servers/enrol",
        "PUT /api/v1/environments/{key:guid}/servers/{id:guid}/report",
        "GET /.well-known/slipway-builder",
        "HEAD /.well-known/slipway-builder",
        "GET /api/v1/diagnostics/echo",
        "POST /api/v1/diagnostics/echo",
        "PUT /api/v1/diagnostics/echo",
        "PATCH /api/v1/diagnostics/echo",
        "DELETE /api/v1/diagnostics/echo",
        "POST /api/v1/diagnostics/upload",
        "GET /api/v1/diagnostics/download",
        "GET /api/v1/diagnostics/stream",
    };

    // Contents are named by their hash: to upload one that another organisation has is an upload like any other.
    private static readonly HashSet<string> NamedByContent = new(StringComparer.Ordinal) { "PUT /api/v1/blobs/{sha256}" };

    // Whoever leaves twice, or was never there, has left.
    private static readonly HashSet<string> Idempotent = new(StringComparer.Ordinal) { "DELETE /api/v1/workers/{id:guid}" };

    // What a route needs in its body to get as far as looking for the id; otherwise {}.
    private static readonly Dictionary<string, object> Bodies = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/environments/{key:guid}/servers"] = new { name = "theirs", roles = new[] { "FrontEnd" } },
        ["PATCH /api/v1/applications/{key:guid}"] = new { name = "theirs" },
        ["PUT /api/v1/organisations/{id:guid}/limits"] = new { },
        ["PUT /api/v1/credentials/{id:guid}/content"] = new { content = "AAAA" },
        ["POST /api/v1/workers/{id:guid}/claim"] = new { waitSeconds = 0 },
        ["POST /api/v1/leases/{build:guid}/{attempt:int}/messages"] = new { status = (string?)null, messages = Array.Empty<object>() },
        ["POST /api/v1/leases/{build:guid}/{attempt:int}/complete"] =
            new { artifacts = Array.Empty<object>(), facts = new { appIdentifier = "org.example.app", name = "App", versionNumber = "1.0", versionCode = 1, buildType = "Debug", nativeInputs = Array.Empty<string>() }, timings = new { }, notices = Array.Empty<object>() },
        ["POST /api/v1/leases/{build:guid}/{attempt:int}/blobs"] = Array.Empty<string>(),
        ["POST /api/v1/leases/{build:guid}/{attempt:int}/fail"] = new { problems = Array.Empty<object>(), retry = false },
    };

    [Fact]
    public async Task Routes_that_are_not_public_need_a_token_and_the_scope()
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        var failures = new List<string>();
        foreach (var route in Routes(service))
        {
            if (route.Scope is null)
            {
                if (!Public.Contains(route.Name))
                    failures.Add($"{route.Name} needs no scope and is not in the list of public routes");
                continue;
            }

            var path = System.Text.RegularExpressions.Regex.Replace(route.Endpoint.RoutePattern.RawText!, @"\{attempt[^}]*\}", "1");
            path = System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*\}", _ => Guid.NewGuid().ToString());
            Expect(failures, route, "without a token", HttpStatusCode.Unauthorized, (await SendAsync(anybody, route, path)).Status);
            using var without = await ClientAsync(service, null, [.. Scope.OfOrganisations, .. Platform, Scope.Worker], except: route.Scope);
            Expect(failures, route, $"without {route.Scope}", HttpStatusCode.Forbidden, (await SendAsync(without, route, path)).Status);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public async Task What_another_organisation_owns_is_as_if_it_were_not_there()
    {
        await using var service = await TestService.StartAsync();
        var world = await TenantWorld.CreateAsync(service, service.Admin);
        var other = await OrganisationAsync(service);
        var database = service.App.Services.GetRequiredService<Database>();
        var before = await world.RowsAsync(database);
        var failures = new List<string>();
        var judged = 0;
        foreach (var route in Routes(service).Where(r => r.Scope is not null && r.Endpoint.RoutePattern.Parameters.Count > 0 && !NamedByContent.Contains(r.Name)))
        {
            if (world.Path(route.Endpoint.RoutePattern, nobodys: false) is not { } path)
            {
                failures.Add($"{route.Name} has an id that the test has nothing for: add it to {nameof(TenantWorld)}");
                continue;
            }

            using var client = await ClientAsync(service, other, route.Scope == Scope.Worker ? [Scope.Worker] : Scope.OfOrganisations);
            var foreign = await SendAsync(client, route, path);
            var nobodys = await SendAsync(client, route, world.Path(route.Endpoint.RoutePattern, nobodys: true)!);
            // Organisations are kept by who runs the service, so that no token of one gets there.
            var expected = route.Scope == Scope.PlatformAdmin ? HttpStatusCode.Forbidden
                : Idempotent.Contains(route.Name) ? HttpStatusCode.NoContent
                : route.Name.Contains("/leases/", StringComparison.Ordinal) ? HttpStatusCode.Conflict : HttpStatusCode.NotFound;
            Expect(failures, route, "with an id of another organisation", expected, foreign.Status);
            if (foreign.Status != nobodys.Status || foreign.Code != nobodys.Code)
                failures.Add($"{route.Name} tells an id of another organisation ({foreign}) from one that nobody has ({nobodys})");
            judged++;
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(judged > 20);
        Assert.Equal(before, await world.RowsAsync(database));
    }

    [Fact]
    public async Task Lists_show_nothing_of_another_organisation()
    {
        await using var service = await TestService.StartAsync();
        var world = await TenantWorld.CreateAsync(service, service.Admin);
        using var stranger = await ClientAsync(service, await OrganisationAsync(service), Scope.OfOrganisations);
        var failures = new List<string>();
        var shown = 0;
        foreach (var route in Routes(service).Where(r => r is { Method: "GET", Scope: not null and not Scope.PlatformAdmin and not Scope.Worker } && r.Endpoint.RoutePattern.Parameters.Count == 0 && !r.Name.EndsWith("/events", StringComparison.Ordinal)))
        {
            var (own, foreign) = (await SendAsync(service.Admin, route, route.Endpoint.RoutePattern.RawText!), await SendAsync(stranger, route, route.Endpoint.RoutePattern.RawText!));
            Expect(failures, route, "as another organisation", own.Status, foreign.Status);
            shown += world.Ids.Count(id => own.Body.Contains(id, StringComparison.Ordinal));
            failures.AddRange(world.Ids.Where(id => foreign.Body.Contains(id, StringComparison.Ordinal)).Select(id => $"{route.Name} shows {id}"));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(shown > 5, "The owner's own lists show too little for the test to mean anything.");
    }

    private static IEnumerable<TestedRoute> Routes(TestService service) =>
        from endpoint in service.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [AnyMethod]
        select new TestedRoute(method, endpoint, endpoint.Metadata.GetMetadata<NeedsScope>()?.Scope);

    private static void Expect(List<string> failures, TestedRoute route, string how, HttpStatusCode expected, HttpStatusCode actual)
    {
        if (expected != actual)
            failures.Add($"{route.Name} {how}: {(int)actual} instead of {(int)expected}");
    }

    private static async Task<(HttpStatusCode Status, string? Code, string Body)> SendAsync(HttpClient client, TestedRoute route, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method == AnyMethod ? "GET" : route.Method), path);
        if (route.Method is "POST" or "PUT" or "PATCH")
            request.Content = new StringContent(JsonSerializer.Serialize(Bodies.GetValueOrDefault(route.Name, new { })), Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var code = answer.Content.Headers.ContentType?.MediaType is { } type && type.EndsWith("json", StringComparison.Ordinal) && body.StartsWith('{') && JsonSerializer.Deserialize<JsonElement>(body).TryGetProperty("errorCode", out var c)
            ? c.GetString()
            : null;
        return (answer.StatusCode, code, body);
    }

    private static async Task<string> OrganisationAsync(TestService service) =>
        (await service.Admin.PostAsync("/api/v1/organisations", new { name = "Strangers" })).Text("id");

    private static async Task<HttpClient> ClientAsync(TestService service, string? organisation, IReadOnlyList<string> scopes, string? except = null)
    {
        var owner = organisation ?? (await service.Admin.GetAsync("/api/v1/caller", HttpStatusCode.OK)).Text("organisation");
        var (_, text) = await service.App.Services.GetRequiredService<Database>().WriteAsync((connection, transaction) =>
            service.App.Services.GetRequiredService<TokenStore>().CreateAsync(connection, transaction, new NewToken(owner, null, "Matrix", [.. scopes.Where(s => s != except)], null)));
        return service.Client(text);
    }
}
