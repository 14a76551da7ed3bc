using System.Net;
using System.Text.Json;

namespace Slipway.Server.Tests.Access;

/// <summary>Accounts, and who is logged in with them.</summary>
internal static class People
{
    public const string Password = "correct horse battery";

    /// <summary>Makes an account; gives its id.</summary>
    public static async Task<string> AccountAsync(this HttpClient administrator, string email, string role, string password = Password) =>
        (await administrator.PostAsync("/api/v1/users", new { email, name = "Person", role, password })).Text("id");

    /// <summary>Logs in; gives the calls of the session.</summary>
    public static async Task<HttpClient> LogInAsync(this TestService service, string email, string password = Password, string? organisation = null) =>
        service.Client((await service.TryLogInAsync(email, password, HttpStatusCode.OK, organisation)).Text("token"));

    /// <summary>Tries to log in; gives the answer.</summary>
    public static async Task<JsonElement> TryLogInAsync(this TestService service, string email, string password, HttpStatusCode expected, string? organisation = null)
    {
        using var anybody = service.Client(null);
        return await anybody.PostAsync("/api/v1/sessions", new { email, password, organisation }, expected);
    }

    /// <summary>Changes an account.</summary>
    public static Task ChangeAsync(this HttpClient administrator, string id, object change) => administrator.PatchAsync($"/api/v1/users/{id}", change, HttpStatusCode.NoContent);
}
