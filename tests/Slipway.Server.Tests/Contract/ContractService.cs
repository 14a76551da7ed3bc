using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Access;
using Slipway.Protocol.Launches;
using Slipway.Server.Access;
using Slipway.Server.Blobs;
using Slipway.Server.Launches;
using Slipway.Server.Revisions;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Contract;

/// <summary>A server with an application, a revision, and as many builds as a test puts into its database.</summary>
internal sealed class ContractService : IAsyncDisposable
{
    public const string Prefix = "/api/native-mobile-builds/v1";

    private ContractService(TestService service, string organisation, string environment)
    {
        Service = service;
        Organisation = organisation;
        Environment = environment;
    }

    public TestService Service { get; }

    public Database Database => Service.App.Services.GetRequiredService<Database>();

    public string Organisation { get; }

    public string Environment { get; }

    public string Application { get; } = Guid.CreateVersion7().ToString();

    public string BuildKey { get; } = Guid.CreateVersion7().ToString();

    /// <summary>Starts one.</summary>
    /// <param name="database">Address of a database; null for SQLite.</param>
    public static async Task<ContractService> StartAsync(string? database = null)
    {
        var service = await TestService.StartAsync(options => options with { Database = database });
        var opened = service.App.Services.GetRequiredService<Database>();
        var (organisation, environment) = await opened.ReadAsync(c => c.QuerySingleAsync<(string, string)>("SELECT organisation_id, key FROM environments"));
        var started = new ContractService(service, organisation, environment);
        await started.ExecuteAsync("INSERT INTO applications (key, organisation_id, name, created_at) VALUES (@Application, @Organisation, 'Field notes', 1)", started);
        await started.AddRevisionAsync(started.BuildKey, 1);
        await started.ExecuteAsync("UPDATE organisations SET creations_per_minute = 1000, changes_per_minute = 1000", started);
        return started;
    }

    /// <summary>A client of another organisation, whose administrator it is.</summary>
    public async Task<HttpClient> StrangerAsync() => Service.Client(await Database.WriteAsync(async (connection, transaction) =>
    {
        var organisation = await Service.App.Services.GetRequiredService<OrganisationStore>().CreateAsync(connection, transaction, "Others", new OrganisationLimits());
        return (await Service.App.Services.GetRequiredService<TokenStore>().CreateAsync(connection, transaction, new NewToken(organisation, null, "Stranger", RoleScopes.Of(Role.Administrator), null))).Text;
    }));

    public Task AddRevisionAsync(string buildKey, int revision) => ExecuteAsync(
        """
        INSERT INTO revisions (build_key, organisation_id, application_key, revision, kind, manifest_sha256, file_count, total_size, created_at, created_by)
        VALUES (@buildKey, @Organisation, @Application, @revision, 'Folder', 'none', 0, 0, 1, 'test')
        """,
        new { buildKey, revision, Organisation, Application });

    /// <summary>Adds a revision with a list of files, whose hashes are those of their texts; gives its key.</summary>
    public async Task<string> AddRevisionAsync(RevisionKind kind, params (string Path, string Text)[] files)
    {
        var manifest = new RevisionManifest(kind, [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new RevisionFile(f.Path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(f.Text))), f.Text.Length))]);
        var (bytes, sha256) = ManifestBytes.Of(manifest);
        await Service.App.Services.GetRequiredService<BlobReceiver>().KeepAsync(Organisation, sha256, new MemoryStream(bytes), bytes.Length, CancellationToken.None);
        var row = new RevisionRow("", Application, 0, kind.ToString(), sha256, files.Length, 0, 0, "test");
        return (await Database.WriteAsync((connection, transaction) => Service.App.Services.GetRequiredService<RevisionStore>().EnsureAsync(connection, transaction, Organisation, row))).BuildKey;
    }

    /// <summary>Calls with a body, and makes sure of the answer's status.</summary>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await Service.Admin.CallAsync(method, Prefix + path, body, expected);

    /// <summary>Changes the configuration of a platform, or its settings.</summary>
    public Task PatchAsync(string what, object body) => CallAsync(HttpMethod.Patch, ConfigurationPath(what), body, HttpStatusCode.NoContent);

    public string ConfigurationPath(string what) => $"/environments/{Environment}/applications/{Application}/configurations/{what}";

    /// <summary>Adds a build that is as far as a test wants it; gives its key.</summary>
    public async Task<string> AddBuildAsync(BuildFixture build)
    {
        var revision = new RevisionRow(build.BuildKey ?? BuildKey, Application, build.Revision, "Folder", "none", 0, 0, 1, "test");
        var options = new LaunchOptions { Id = build.AppIdentifier, VersionName = build.VersionNumber, VersionCode = build.VersionCode?.ToString(CultureInfo.InvariantCulture) };
        var asked = new NewBuild(Environment, revision, build.Platform, options)
        {
            Framework = "Cordova",
            VersionLocked = true,
            Channel = "API",
        };
        var caller = new Caller("test", Organisation, "someone", new HashSet<string>(), "");
        var creation = Service.App.Services.GetRequiredService<BuildCreation>();
        var key = await Database.WriteAsync((connection, transaction) => creation.CreateAsync(connection, transaction, caller, asked));
        await ExecuteAsync(
            "UPDATE builds SET build_type = @BuildType, state = @State, status = @Status, created_at = @CreatedAt, started_at = @StartedAt, finished_at = @FinishedAt, outcome = @Outcome WHERE key = @key",
            new { key, BuildType = build.BuildType?.ToString(), build.State, build.Status, build.CreatedAt, build.StartedAt, build.FinishedAt, build.Outcome });
        return key;
    }

    public Task ExecuteAsync(string sql, object parameters) => Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction));

    public Task<JsonElement> GetAsync(string path) => Service.Admin.GetFromJsonAsync<JsonElement>(Prefix + path, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json = null) => SendAsync(Service.Admin, method, path, json);

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, Prefix + path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The code of the problem that a request is answered with.</summary>
    public static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errorCode").GetString();

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
