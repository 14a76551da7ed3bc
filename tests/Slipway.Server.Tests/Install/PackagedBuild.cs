using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Install;

/// <summary>A build that succeeded and has a package, in the database and the blob store.</summary>
internal sealed record PackagedBuild(string Key, string Artifact, byte[] Content)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    public static async Task<PackagedBuild> AddAsync(TestService service, string platform, string type, string file)
    {
        var (application, revision, build, artifact) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        var result = new PackagedBuild(build, artifact, RandomNumberGenerator.GetBytes(300_000));
        var database = service.App.Services.GetRequiredService<Database>();
        var (organisation, environment) = await database.ReadAsync(c => c.QuerySingleAsync<(string, string)>("SELECT organisation_id, key FROM environments"));
        var location = BlobLocation.ForArtifact(organisation, result.Sha256);
        using (var content = new MemoryStream(result.Content))
            await service.App.Services.GetRequiredService<IBlobStore>().PutAsync(location, content, TestContext.Current.CancellationToken);
        var parameters = new
        {
            organisation,
            environment,
            application,
            revision,
            build,
            artifact,
            platform,
            type,
            file,
            location,
            result.Sha256,
            size = (long)result.Content.Length,
            appName = "Notes " + file,
            outcome = """{"facts":{"appIdentifier":"org.example.notes","name":"Field <Notes>","versionNumber":"1.4.0","versionCode":10400,"buildType":"Debug","nativeInputs":[]}}""",
        };
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(Rows, parameters, transaction));
        return result;
    }

    private const string Rows =
        """
        INSERT INTO applications (key, organisation_id, name, created_at) VALUES (@application, @organisation, @appName, 1);
        INSERT INTO revisions (build_key, organisation_id, application_key, revision, kind, manifest_sha256, file_count, total_size, created_at, created_by)
          VALUES (@revision, @organisation, @application, 1, 'Folder', @Sha256, 1, 1, 1, 'test');
        INSERT INTO builds (key, organisation_id, environment_key, application_key, build_key, revision, platform, build_type, builder_version, version_locked, app_identifier, version_number, version_code,
          request, state, status, priority, turn, attempt, created_at, finished_at, message_count, outcome, channel, requested_by)
          VALUES (@build, @organisation, @environment, @application, @revision, 1, @platform, @type, '1.0', 1, 'org.example.notes', '1.4.0', 10400,
          '{}', 'Succeeded', 'Finished', 0, 0, 1, 1, 2, 0, @outcome, 'API', 'test');
        INSERT INTO artifacts (id, organisation_id, build, attempt, kind, name, size, sha256, location, created_at, published)
          VALUES (@artifact, @organisation, @build, 1, 'binary', @file, @size, @Sha256, @location, 1, 1);
        """;
}
