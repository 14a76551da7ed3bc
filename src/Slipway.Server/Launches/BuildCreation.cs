using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Slipway.Server.Access;
using Slipway.Server.Builds;
using Slipway.Server.Credentials;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Launches;

/// <summary>Puts builds into the queue.</summary>
internal sealed class BuildCreation(Database database, BuildQueue queue, CredentialSelection credentials, Audit audit)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The column <c>request</c> as a record.</summary>
    public static BuildAsk ReadAsk(string request) => JsonSerializer.Deserialize<BuildAsk>(request, Json) ?? throw new InvalidDataException("A build has no request.");

    /// <summary>Makes the row of a build, with one in the audit trail. Call <see cref="Announce"/> once the transaction is committed.</summary>
    /// <returns>The build's key.</returns>
    /// <exception cref="Protocol.Problems.ProblemException">The environment is built from elsewhere, or what signs the build is missing, or does not fit it.</exception>
    public async Task<string> CreateAsync(DbConnection connection, DbTransaction transaction, Caller caller, NewBuild build)
    {
        build = build with { Channel = caller.Channel ?? build.Channel };
        await LaunchGate.RequireAsync(connection, transaction, caller, build.EnvironmentKey, build.Channel);
        var demand = new CredentialDemand(caller.Organisation, build.EnvironmentKey, build.Revision.ApplicationKey, build.Platform, build.BuildType, build.AppIdentifier, build.Ask.Credentials);
        var selected = await credentials.ResolveAsync(connection, transaction, demand);
        return await InsertAsync(connection, transaction, caller, build with { BuildType = selected.Type, Ask = build.Ask with { Credentials = selected.References } });
    }

    /// <summary>Wakes up workers that wait for a build.</summary>
    public void Announce() => queue.Announce();

    private async Task<string> InsertAsync(DbConnection connection, DbTransaction transaction, Caller caller, NewBuild build)
    {
        var key = Guid.CreateVersion7().ToString();
        await connection.ExecuteAsync(
            $"""
            INSERT INTO builds (key, organisation_id, environment_key, application_key, build_key, revision, platform, build_type, framework, builder_version, version_locked,
                app_identifier, version_number, version_code, request, state, status, priority, turn, attempt, created_at, message_count, channel, requested_by, requested_through, requested_through_name)
            VALUES (@key, @Organisation, @EnvironmentKey, @ApplicationKey, @BuildKey, @Revision, @platform, @buildType, @Framework, @BuilderVersion, @versionLocked,
                @AppIdentifier, @VersionNumber, @VersionCode, @request, 'Queued', 'Waiting', @Priority, @turn, 0, {database.Now}, 0, @Channel, @Requester, @through, @throughName)
            """,
            new
            {
                key,
                caller.Organisation,
                build.EnvironmentKey,
                build.Revision.ApplicationKey,
                build.Revision.BuildKey,
                build.Revision.Revision,
                platform = PlatformName.Of(build.Platform),
                buildType = build.BuildType?.ToString(),
                build.Framework,
                build.BuilderVersion,
                versionLocked = build.VersionLocked ? 1L : 0L,
                build.AppIdentifier,
                build.VersionNumber,
                build.VersionCode,
                request = JsonSerializer.Serialize(build.Ask, Json),
                Priority = (long)build.Priority,
                turn = await queue.TurnAsync(connection, transaction, caller.Organisation, build.Priority),
                build.Channel,
                caller.Requester,
                through = caller.Through?.Id,
                throughName = caller.Through?.Name,
            },
            transaction);
        await audit.WriteAsync(connection, transaction, caller, "build.launch", key, new { build.Revision.BuildKey, build.Revision.Revision, Platform = PlatformName.Of(build.Platform), build.Channel, caller.Person, Server = caller.Through?.Name });
        return key;
    }
}
