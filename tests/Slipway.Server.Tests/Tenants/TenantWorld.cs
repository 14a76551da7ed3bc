using Dapper;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Tenants;

/// <summary>One of everything that an organisation can own, by the name that routes have for its id.</summary>
internal sealed class TenantWorld
{
    private const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private TenantWorld()
    {
    }

    /// <summary>Every id that is not a number.</summary>
    public IEnumerable<string> Ids => _ids.Values.Where(v => v.Length > 8).Distinct();

    /// <summary>Makes one of everything for the organisation of an administrator.</summary>
    public static async Task<TenantWorld> CreateAsync(TestService service, HttpClient administrator)
    {
        var world = new TenantWorld();
        var database = service.App.Services.GetRequiredService<Database>();
        var caller = await administrator.GetAsync("/api/v1/caller", System.Net.HttpStatusCode.OK);
        var environment = (await administrator.PostAsync("/api/v1/environments", new { name = "Foreign" })).Text("key");
        var server = (await administrator.PostAsync($"/api/v1/environments/{environment}/servers", new { name = "web", roles = new[] { "FrontEnd" } })).Text("id");
        var user = (await administrator.PostAsync("/api/v1/users", new { email = "owner@example.org", name = "Owner", role = "Developer", password = "correct horse battery" })).Text("id");
        var token = (await administrator.PostAsync("/api/v1/tokens", new { name = "Theirs", scopes = new[] { "worker" } })).Text("id");
        var webhook = (await administrator.PostAsync("/api/v1/webhooks", new { url = "https://hooks.example.com/", events = new[] { "build.failed" } })).GetProperty("webhook").Text("id");
        var ids = Enumerable.Range(0, 9).Select(_ => Guid.CreateVersion7().ToString()).ToArray();
        var (application, revision, build, worker, artifact, credential, secret, delivery, link) = (ids[0], ids[1], ids[2], ids[3], ids[4], ids[5], ids[6], ids[7], ids[8]);
        var parameters = new { organisation = caller.Text("organisation"), environment, token, webhook, application, revision, build, worker, artifact, credential, secret, delivery, link, Sha256, now = 1L };
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(Rows, parameters, transaction));
        foreach (var (name, id) in new[]
        {
            ("organisations/id", caller.Text("organisation")), ("environments/key", environment), ("environments/environmentKey", environment), ("servers/id", server), ("users/id", user), ("tokens/id", token), ("webhooks/id", webhook),
            ("deliveries/delivery", delivery), ("applications/key", application), ("applications/application", application), ("applications/applicationKey", application),
            ("revisions/buildKey", revision), ("builds/key", build), ("build-operations/operationKey", build), ("leases/build", build), ("leases/attempt", "1"), ("workers/id", worker), ("install-links/id", link),
            ("credentials/id", credential), ("artifacts/id", artifact), ("artifacts/artifact", artifact), ("artifacts/kind", "binary"), ("artifacts/name", "app.apk"), ("blobs/sha256", Sha256),
        })
        {
            world._ids[name] = id;
        }

        return world;
    }

    /// <summary>All rows of the world's organisation, so that nobody changes one unseen.</summary>
    public Task<string> RowsAsync(Database database) => database.ReadAsync(async connection =>
    {
        var rows = new List<string>();
        foreach (var table in new[] { "organisations", "environments", "servers", "users", "webhooks", "webhook_deliveries", "applications", "revisions", "builds", "build_messages", "workers", "credentials", "artifacts", "blobs", "install_links" })
        {
            foreach (IDictionary<string, object> row in await connection.QueryAsync($"SELECT * FROM {table} ORDER BY 1"))
                rows.Add($"{table}: {string.Join('|', row.Values)}");
        }

        return string.Join('\n', rows);
    });

    /// <summary>The path of a route with the ids of this world, or with ids that nobody has; null when a parameter is not known.</summary>
    public string? Path(RoutePattern pattern, bool nobodys)
    {
        var path = new List<string>();
        var literal = "";
        foreach (var segment in pattern.PathSegments)
        {
            var text = "";
            foreach (var part in segment.Parts)
            {
                if (part is RoutePatternLiteralPart fixedPart)
                {
                    text += fixedPart.Content;
                    literal = segment.IsSimple ? fixedPart.Content : literal;
                }
                else if (part is RoutePatternParameterPart parameter && _ids.TryGetValue($"{literal}/{parameter.Name}", out var id))
                {
                    text += nobodys ? Nobodys(id) : id;
                }
                else
                {
                    return null;
                }
            }

            path.Add(text);
        }

        return "/" + string.Join('/', path);
    }

    private static string Nobodys(string id) => Guid.TryParse(id, out _) ? Guid.NewGuid().ToString() : id.Length == Sha256.Length ? new string('0', id.Length) : id;

    private const string Rows =
        """
        INSERT INTO applications (key, organisation_id, name, created_at) VALUES (@application, @organisation, 'Theirs', @now);
        INSERT INTO revisions (build_key, organisation_id, application_key, revision, kind, manifest_sha256, file_count, total_size, created_at, created_by)
          VALUES (@revision, @organisation, @application, 1, 'Folder', @Sha256, 1, 1, @now, 'test');
        INSERT INTO workers (id, organisation_id, token_id, name, platforms, builder_versions, slots, created_at, seen_at)
          VALUES (@worker, @organisation, @token, 'theirs', 'Android', '1.0', 1, @now, @now);
        INSERT INTO builds (key, organisation_id, environment_key, application_key, build_key, revision, platform, builder_version, version_locked, request, state, status,
          priority, turn, attempt, worker_id, lease_until, created_at, message_count, channel, requested_by)
          VALUES (@build, @organisation, @environment, @application, @revision, 1, 'Android', '1.0', 1, '{}', 'Leased', 'Building', 0, 0, 1, @worker, 99999999999999, @now, 0, 'API', 'test');
        INSERT INTO artifacts (id, organisation_id, build, attempt, kind, name, size, sha256, location, created_at, published)
          VALUES (@artifact, @organisation, @build, 1, 'binary', 'app.apk', 1, @Sha256, 'nowhere', @now, 1);
        INSERT INTO secrets (id, organisation_id, kind, key_id, wrapped_key, ciphertext, created_at) SELECT @secret, organisation_id, kind, key_id, wrapped_key, ciphertext, created_at FROM secrets LIMIT 1;
        INSERT INTO credentials (id, organisation_id, kind, name, facts, content_secret, created_at, updated_at, created_by)
          VALUES (@credential, @organisation, 'Keystore', 'Theirs', '{"subject":"CN=Theirs"}', @secret, @now, @now, 'test');
        INSERT INTO webhook_deliveries (id, webhook_id, organisation_id, event, payload, state, attempt, next_at, created_at)
          VALUES (@delivery, @webhook, @organisation, 'build.failed', '{}', 'Dead', 1, 0, @now);
        INSERT INTO blobs (organisation_id, sha256, size, location, created_at, touched_at) VALUES (@organisation, @Sha256, 1, 'nowhere2', @now, @now);
        INSERT INTO install_links (id, organisation_id, build, artifact_id, name, made_by, created_at, expires_at)
          VALUES (@link, @organisation, @build, @artifact, 'app.apk', 'service', @now, 99999999999999);
        """;
}
