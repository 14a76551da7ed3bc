using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Tests.Tenants;

namespace Slipway.Server.Tests.Requests.Hostile;

/// <summary>Every route that the service describes, called with what its author never thought of. A new route is in it without being written down.</summary>
public abstract class HostileRequestConformance
{
    // Addresses whose handlers wait as long as a number says.
    private static readonly HashSet<string> Waiting = new(StringComparer.Ordinal) { "/api/v1/workers/{id}/claim" };

    private static readonly (string What, string Body, string? Type)[] Whole =
    [
        ("no body", "", null),
        ("an empty body", "", "application/json"),
        ("blanks", "  ", "application/json"),
        ("the word null", "null", "application/json"),
        ("a text", "\"x\"", "application/json"),
        ("a number", "1", "application/json"),
        ("half an object", "{", "application/json"),
        ("something after it", "{} {}", "application/json"),
        ("many brackets", new string('[', 5000), "application/json"),
        ("many objects", string.Concat(Enumerable.Repeat("{\"a\":", 5000)), "application/json"),
        ("a comment", "/* x */ {}", "application/json"),
        ("a comma at the end", "{\"a\":1,}", "application/json"),
        ("a form", "a=1", "application/x-www-form-urlencoded"),
        ("text", "{}", "text/plain"),
        ("no type", "{}", null),
        ("a type that is none", "{}", "json"),
        ("UTF-16", "{}", "application/json; charset=utf-16"),
        ("a charset that is none", "{}", "application/json; charset=x"),
    ];

    private static readonly string[] Words =
        ["", "%20", "null", "-1", "+1", "1.5", "1e3", "99999999999999999999", "a,b", "%00", "%FF%FE", "%ED%A0%80", "..%2F..", "%0d%0aX:%20y", "[]", "{}", "'", "%25", new string('x', 3000)];

    /// <summary>Address of the database; null for SQLite.</summary>
    protected abstract string? Database { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_body_breaks_a_route_and_none_with_a_poisoned_value_is_taken()
    {
        await using var bench = await Bench.StartAsync(Database);
        var schemas = new RequestSchemas(bench.Description);
        var failures = new List<string>();
        var sent = 0;
        foreach (var (method, path, operation) in bench.Operations.Where(operation => operation.Operation.TryGetProperty("requestBody", out _)))
        {
            var schema = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            // The contract's requests take null for what is left out, although their description does not say so.
            var ofContract = path.Contains("/native-", StringComparison.Ordinal);
            var poisons = schemas.Poisons(schema, takesNull: ofContract).Where(poison => poison.IsRefused || !Waiting.Contains(path)).ToList();
            foreach (var poison in poisons)
            {
                sent++;
                var answer = await bench.SendAsync(method, path, Encoding.UTF8.GetBytes(poison.Json), "application/json");
                failures.AddRange(answer.Faults(poison.IsRefused).Select(fault => $"{method} {path} with {poison.What}: {fault}"));
            }

            foreach (var (what, body, type) in Whole)
            {
                sent++;
                var answer = await bench.SendAsync(method, path, Encoding.UTF8.GetBytes(body), type);
                failures.AddRange(answer.Faults(isRefused: true).Select(fault => $"{method} {path} with {what}: {fault}"));
            }

            var broken = await bench.SendAsync(method, path, [.. "{\""u8, 0xff, 0xc0, .. "\":\""u8, 0xfe, .. "\"}"u8], "application/json");
            failures.AddRange(broken.Faults(isRefused: true).Select(fault => $"{method} {path} with bytes that are not UTF-8: {fault}"));
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {sent}:\n{string.Join('\n', failures.Take(60))}");
        Assert.True(sent > 1500, $"Only {sent} bodies were sent.");
    }

    [Fact]
    public async Task No_parameter_breaks_a_route()
    {
        await using var bench = await Bench.StartAsync(Database);
        var failures = new List<string>();
        var sent = 0;
        foreach (var (method, path, operation) in bench.Operations.Where(operation => operation.Method is "GET" or "HEAD"))
        {
            var parameters = operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToList() : [];
            foreach (var parameter in parameters)
            {
                var name = parameter.GetProperty("name").GetString()!;
                foreach (var word in Words)
                {
                    var target = parameter.GetProperty("in").GetString() == "query" ? $"{path}?{name}={word}" : path.Replace($"{{{name}}}", word, StringComparison.Ordinal);
                    sent++;
                    var answer = await bench.SendAsync(method, target, null, null);
                    failures.AddRange(answer.Faults(isRefused: false).Select(fault => $"{method} {target[..Math.Min(target.Length, 150)]}: {fault}"));
                }
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {sent}:\n{string.Join('\n', failures.Take(60))}");
        Assert.True(sent > 500, $"Only {sent} requests were sent.");
    }

    private sealed record Answer(int Status, string? Code, string Body, bool HasBody)
    {
        // What is refused for another reason than its form was read first.
        private static readonly int[] Malformed = [400, 401, 413, 415];

        public IEnumerable<string> Faults(bool isRefused)
        {
            if (Status >= 500)
                yield return $"{Status} {Body}";
            else if (Status >= 400 && HasBody && Code?.StartsWith("SLW-", StringComparison.Ordinal) != true)
                yield return $"{Status} is no problem: {Body}";
            else if (isRefused && !Malformed.Contains(Status))
                yield return $"{Status}, not refused: {Body}";
        }
    }

    /// <summary>A service with one of everything, a token for everything, and no limit of requests.</summary>
    private sealed class Bench : IAsyncDisposable
    {
        private readonly TestService _service;
        private readonly TenantWorld _world;
        private readonly HttpClient _client;
        private readonly Dictionary<string, RouteEndpoint> _routes;
        private int _address;

        private Bench(TestService service, TenantWorld world, HttpClient client, JsonElement description)
        {
            (_service, _world, _client, Description) = (service, world, client, description);
            _routes = service.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().DistinctBy(Shape).ToDictionary(Shape);
        }

        public JsonElement Description { get; }

        public IEnumerable<(string Method, string Path, JsonElement Operation)> Operations =>
            from path in Description.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);

        public static async Task<Bench> StartAsync(string? address)
        {
            // Limits by address do not count here, for each request comes from another one.
            var service = await TestService.StartAsync(options => options with { TrustedProxies = ["127.0.0.1"], Database = address });
            var world = await TenantWorld.CreateAsync(service, service.Admin);
            var organisation = (await service.Admin.GetAsync("/api/v1/caller", System.Net.HttpStatusCode.OK)).Text("organisation");
            var database = service.App.Services.GetRequiredService<Database>();
            var token = await database.WriteAsync(async (connection, transaction) =>
            {
                var (id, text) = await service.App.Services.GetRequiredService<TokenStore>()
                    .CreateAsync(connection, transaction, new NewToken(organisation, null, "Hostile", [.. Scope.OfOrganisations, Scope.PlatformAdmin, Scope.Worker], null));
                await connection.ExecuteAsync("UPDATE workers SET token_id = @id; UPDATE organisations SET reads_per_minute = 1000000, creations_per_minute = 1000000, changes_per_minute = 1000000", new { id }, transaction);
                return text;
            });
            var description = await service.Admin.GetAsync("/openapi/v1.json", System.Net.HttpStatusCode.OK);
            return new Bench(service, world, service.Client(token), description);
        }

        public async Task<Answer> SendAsync(string method, string target, byte[]? body, string? type)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_service.Address, Filled(target)));
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"10.{++_address >> 16 & 255}.{_address >> 8 & 255}.{_address & 255}");
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body);
                if (type is not null)
                    request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }

            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            if ((int)answer.StatusCode < 400)
                return new Answer((int)answer.StatusCode, null, "", false);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            // The server itself answers to a path with NUL, before anything of this program runs.
            var hasBody = method != "HEAD" && !target.Split('?')[0].Contains("%00", StringComparison.Ordinal);
            return new Answer((int)answer.StatusCode, CodeOf(text), text.Length > 300 ? text[..300] : text, hasBody);
        }

        public ValueTask DisposeAsync()
        {
            _client.Dispose();
            return _service.DisposeAsync();
        }

        private static string? CodeOf(string text) =>
            text.StartsWith('{') && JsonSerializer.Deserialize<JsonElement>(text).TryGetProperty("errorCode", out var code) ? code.GetString() : null;

        private static string Shape(RouteEndpoint endpoint) => "/" + System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!.Trim('/'), @"[:?][^}/]*}", "}");

        // Whatever has been put in the place of an id stays; the others are those of the world.
        private string Filled(string target)
        {
            foreach (var (shape, endpoint) in _routes)
            {
                if (target == shape || target.StartsWith(shape + "?", StringComparison.Ordinal))
                    return (_world.Path(endpoint.RoutePattern, nobodys: false) ?? shape) + target[shape.Length..];
            }

            return System.Text.RegularExpressions.Regex.Replace(target, @"\{[^}]*\}", _ => Guid.NewGuid().ToString());
        }
    }
}
