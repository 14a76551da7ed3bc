using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Slipway.Server.Tests;

/// <summary>Calls with JSON whose answer must have a status.</summary>
internal static class JsonCalls
{
    public static async Task<JsonElement> CallAsync(this HttpClient client, HttpMethod method, string path, object? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == answer.StatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static Task<JsonElement> GetAsync(this HttpClient client, string path, HttpStatusCode expected) => client.CallAsync(HttpMethod.Get, path, null, expected);

    public static Task<JsonElement> PostAsync(this HttpClient client, string path, object body, HttpStatusCode expected = HttpStatusCode.Created) => client.CallAsync(HttpMethod.Post, path, body, expected);

    public static Task<JsonElement> PatchAsync(this HttpClient client, string path, object body, HttpStatusCode expected = HttpStatusCode.OK) => client.CallAsync(HttpMethod.Patch, path, body, expected);

    public static Task<JsonElement> DeleteAsync(this HttpClient client, string path, HttpStatusCode expected) => client.CallAsync(HttpMethod.Delete, path, null, expected);

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).ToString();

    /// <summary>Makes an organisation and gives its administrator's calls.</summary>
    public static async Task<HttpClient> OrganisationAsync(this TestService service, string name) =>
        service.Client((await service.Admin.PostAsync("/api/v1/organisations", new { name })).Text("administratorToken"));

    /// <summary>Makes a token with scopes and gives its calls.</summary>
    public static async Task<HttpClient> TokenAsync(this TestService service, HttpClient administrator, params string[] scopes) =>
        service.Client((await administrator.PostAsync("/api/v1/tokens", new { name = "Test", scopes })).Text("token"));
}
