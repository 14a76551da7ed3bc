using System.Data.Common;
using Slipway.Protocol;
using Slipway.Server.Access;
using Slipway.Server.Credentials;
using Slipway.Server.Queue;

namespace Slipway.Server.Launches;

/// <summary>Puts builds into the queue.</summary>
internal sealed class BuildCreation(BuildQueue queue, CredentialSelection credentials, AuditTrail audit)
{
    /// <summary>Makes the row of a build, with one in the audit trail. Call <see cref="Announce"/> once the transaction is committed.</summary>
    /// <returns>The build's key.</returns>
    /// <exception cref="Protocol.Problems.ProblemException">The environment is built from elsewhere, or what signs the build is missing, or does not fit it.</exception>
    public async Task<string> CreateAsync(DbConnection connection, DbTransaction transaction, Caller caller, NewBuild build)
    {
        build = build with { Channel = caller.Channel ?? build.Channel };
        await LaunchGate.RequireAsync(connection, transaction, caller, build.EnvironmentKey, build.Channel);
        var demand = new BuildToSign(caller.Organisation, build.EnvironmentKey, build.Revision.ApplicationKey, build.Platform, build.BuildType, build.Options.Id, build.Credentials);
        var selected = await credentials.ResolveAsync(connection, transaction, demand);
        return await AddAsync(connection, transaction, caller, build with { BuildType = selected.Type, Credentials = selected.References });
    }

    /// <summary>Wakes up workers that wait for a build.</summary>
    public void Announce() => queue.Announce();

    private async Task<string> AddAsync(DbConnection connection, DbTransaction transaction, Caller caller, NewBuild build)
    {
        var queued = new QueuedBuild
        {
            EnvironmentKey = build.EnvironmentKey,
            ApplicationKey = build.Revision.ApplicationKey,
            BuildKey = build.Revision.BuildKey,
            Revision = build.Revision.Revision,
            Platform = EnumText.NameOf(build.Platform),
            BuildType = build.BuildType?.ToString(),
            Framework = build.Framework,
            BuilderVersion = build.BuilderVersion,
            VersionLocked = build.VersionLocked ? 1 : 0,
            AppIdentifier = build.Options.Id,
            VersionNumber = build.Options.VersionName,
            VersionCode = long.TryParse(build.Options.VersionCode, out var code) ? code : null,
            Request = new RequestColumn(build.Options, build.Credentials).Write(),
            Priority = build.Priority,
            Channel = build.Channel,
        };
        var key = await queue.AddAsync(connection, transaction, caller, queued);
        await audit.WriteAsync(connection, transaction, caller, "build.launch", key, new { build.Revision.BuildKey, build.Revision.Revision, queued.Platform, build.Channel, caller.Person, Server = caller.Through?.Name });
        return key;
    }
}
