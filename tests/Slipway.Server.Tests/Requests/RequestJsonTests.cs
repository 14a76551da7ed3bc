using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Tests.Requests;

public sealed class RequestJsonTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    [Theory]
    [InlineData("""[null, "platform.admin"]""")]
    [InlineData("""["builds.read", null, "platform.admin", "worker"]""")]
    [InlineData("""[null, "worker"]""")]
    [InlineData("[null]")]
    public async Task A_null_among_scopes_lets_nothing_through(string scopes)
    {
        var service = fixture.Service;
        using var administrator = await service.OrganisationAsync($"Second {Guid.NewGuid()}");
        var before = (await administrator.GetAsync("/api/v1/tokens", HttpStatusCode.OK)).ToString();
        var problem = await SendAsync(administrator, HttpMethod.Post, "/api/v1/tokens", $$"""{"name":"x","scopes":{{scopes}}}""");
        Assert.Equal("SLW-SRV-40001", problem.Text("errorCode"));
        Assert.Equal(before, (await administrator.GetAsync("/api/v1/tokens", HttpStatusCode.OK)).ToString());
    }

    [Theory]
    [InlineData("Viewer, Administrator")]
    [InlineData("viewer,developer")]
    [InlineData("+2")]
    [InlineData(" 2")]
    [InlineData("2")]
    [InlineData("")]
    public async Task A_role_is_one_name(string role)
    {
        var service = fixture.Service;
        var body = JsonSerializer.Serialize(new { email = "somebody@example.org", name = "Somebody", role, password = "correct horse battery" });
        Assert.Equal("SLW-SRV-40002", (await SendAsync(service.Admin, HttpMethod.Post, "/api/v1/users", body)).Text("errorCode"));
    }

    [Theory]
    [InlineData("adhoc,inhouse")]
    [InlineData("6")]
    [InlineData("+6")]
    [InlineData(" adhoc")]
    public async Task A_type_of_package_is_one_name(string type)
    {
        var service = fixture.Service;
        var body = JsonSerializer.Serialize(new { application = "Notes", platforms = new[] { "iOS" }, type, buildKey = Guid.NewGuid() });
        Assert.Equal("SLW-SRV-40002", (await SendAsync(service.Admin, HttpMethod.Post, "/api/v1/launches", body)).Text("errorCode"));
    }

    [Theory]
    [InlineData("""["Android, iOS"]""")]
    [InlineData("""[" Android"]""")]
    [InlineData("""["1"]""")]
    [InlineData("""["+1"]""")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    public void A_list_of_values_has_one_name_in_each_place(string platforms) =>
        Assert.Throws<JsonException>(() => Read<LaunchRequest>($$"""{"application":"Notes","platforms":{{platforms}}}"""));

    [Theory]
    [InlineData("""["android"]""")]
    [InlineData("""["Android","iOS"]""")]
    [InlineData("""["Ios"]""")]
    [InlineData("[]")]
    public void Names_are_read_in_any_case(string platforms) =>
        Assert.NotNull(Read<LaunchRequest>($$"""{"application":"Notes","platforms":{{platforms}}}""").Platforms);

    [Theory]
    [InlineData("""["a", null]""", typeof(string[]))]
    [InlineData("""["a", null]""", typeof(IReadOnlyList<string>))]
    [InlineData("""[1, null]""", typeof(List<int?>))]
    [InlineData("""[["a"], [null]]""", typeof(string[][]))]
    [InlineData("""{"a": null}""", typeof(Dictionary<string, string>))]
    [InlineData("""{"a": [null]}""", typeof(IReadOnlyDictionary<string, IEnumerable<string>>))]
    [InlineData("""{"application":"a","application":"b","platforms":[]}""", typeof(LaunchRequest))]
    [InlineData("""{"application":"a","Application":"b","platforms":[]}""", typeof(LaunchRequest))]
    public void No_list_holds_null_and_no_property_is_there_twice(string json, Type type) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, Options()));

    [Fact]
    public async Task No_route_reads_an_enumeration_with_the_reader_of_the_framework()
    {
        var service = fixture.Service;
        var handlers = service.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()).OfType<MethodInfo>().ToList();
        Assert.NotEmpty(handlers);
        var read = handlers.SelectMany(handler => handler.GetParameters()).SelectMany(Types).ToList();
        Assert.Contains(typeof(Slipway.Server.Contract.EnumParameter<Slipway.Protocol.Builds.BuildStatus>?), read);
        Assert.DoesNotContain(read, type => (Nullable.GetUnderlyingType(type) ?? type).IsEnum);
    }

    private static IEnumerable<Type> Types(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute), inherit: false) ? parameter.ParameterType.GetProperties().Select(property => property.PropertyType) : [parameter.ParameterType];

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options())!;

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Slipway.Server.Requests.RequestJson.Configure(options);
        return options;
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} with {body}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
