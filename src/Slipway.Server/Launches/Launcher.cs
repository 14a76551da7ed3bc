using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Applications;
using Slipway.Server.Blobs;
using Slipway.Server.Environments;
using Slipway.Server.Requests;
using Slipway.Server.Revisions;
using Slipway.Server.Store;

namespace Slipway.Server.Launches;

/// <summary>Starts builds of an app if all its blobs are stored; otherwise returns which ones are missing.</summary>
internal sealed class Launcher(
    Database database, EnvironmentStore environments, ApplicationStore applications, RevisionStore revisions, BlobRowStore catalogue, BlobReceiver keeper, PackReceiver packs, BuildCreation builds, LaunchGate gate,
    IdempotencyStore once, AuditTrail audit, ServerOptions options)
{
    private const string Incomplete = "Incomplete";
    private const string Started = "Started";
    private const string Operation = "launch";

    /// <summary>Starts a launch.</summary>
    /// <param name="caller">The caller who launches.</param>
    /// <param name="request">The requested builds.</param>
    /// <param name="key">The idempotency key, with which a repeated launch happens once; null to launch each time.</param>
    /// <param name="pack">Blobs that came with the request; null for none.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The request is invalid.</exception>
    public async Task<LaunchAnswer> LaunchAsync(Caller caller, LaunchRequest request, string? key, Stream? pack, CancellationToken cancellation)
    {
        LaunchRules.Require(request, options.Contents);
        var onceKey = key is null ? null : new IdempotencyKey(caller.Organisation, Operation, key, LaunchFingerprint.Of(request));
        if (onceKey is not null && await once.FindAsync(onceKey, cancellation) is { } before)
            return LaunchFingerprint.Read(before.Response);
        var environment = await environments.FindAsync(caller.Organisation, request.Environment, cancellation)
            ?? throw new ProblemException(ServiceProblems.NotFound.At("environment", $"There is no environment '{request.Environment}'."));
        // Checked first, so that no client uploads an app only to be refused afterwards.
        if (request.Platforms.Count > 0)
            await gate.RequireAsync(caller, environment.Key, caller.Channel ?? request.Channel, cancellation);
        if (pack is not null && request.Revision is { } files)
            await packs.ReceiveAsync(caller.Organisation, files, pack, cancellation);
        var draft = request.Revision is { } manifest ? await DraftAsync(caller, manifest, cancellation) : null;
        if (draft is { Missing.Count: > 0 })
            return new LaunchAnswer { State = Incomplete, Missing = draft.Missing };
        var answer = await database.WriteAsync((connection, transaction) => StartAsync(connection, transaction, new LaunchParts(caller, request, environment.Key, draft, onceKey)), cancellation);
        if (answer.State == Started)
            builds.Announce();
        return answer;
    }

    /// <summary>Stores the manifest once all blobs that it names are stored.</summary>
    private async Task<RevisionDraft> DraftAsync(Caller caller, RevisionManifest manifest, CancellationToken cancellation)
    {
        var missing = await database.ReadAsync(connection => MissingAsync(connection, null, caller.Organisation, manifest), cancellation);
        var bytes = ManifestBytes.Of(manifest);
        var draft = new RevisionDraft(manifest, bytes.Sha256, missing);
        if (missing.Count == 0 && await catalogue.FindAsync(caller.Organisation, bytes.Sha256, cancellation) is null)
            await keeper.KeepAsync(caller.Organisation, bytes.Sha256, new MemoryStream(bytes.Bytes), bytes.Bytes.Length, cancellation);
        return draft;
    }

    private async Task<LaunchAnswer> StartAsync(DbConnection connection, DbTransaction transaction, LaunchParts parts)
    {
        var organisation = parts.Caller.Organisation;
        if (parts.Once is { } known && await once.FindAsync(connection, transaction, known) is { } before)
            return LaunchFingerprint.Read(before.Response);
        if (parts.Draft is { } draft)
        {
            // From here on, no blob that the revision names can be removed, so those that exist now stay.
            await catalogue.TouchAsync(connection, transaction, organisation, draft.Hashes);
            var missing = await MissingAsync(connection, transaction, organisation, draft.Manifest);
            if (missing.Count > 0)
                return new LaunchAnswer { State = Incomplete, Missing = missing };
            // A manifest that no revision named may have been removed since the check; the next try stores it again.
            if ((await catalogue.FindAsync(connection, transaction, organisation, [draft.ManifestSha256])).Count == 0)
                throw new ProblemException(ServiceProblems.BlobsUnavailable.At("revision", "The list of files was just removed as unused."));
        }

        var application = await ApplicationAsync(connection, transaction, parts);
        var revision = parts.Draft is { } files
            ? await revisions.EnsureAsync(connection, transaction, organisation, files.ToRow(application, parts.Caller.Actor))
            : await ExistingAsync(connection, transaction, parts, application);
        var launched = new List<LaunchedBuild>();
        foreach (var platform in parts.Request.Platforms)
        {
            var key = await builds.CreateAsync(connection, transaction, parts.Caller, parts.BuildFor(platform, revision));
            launched.Add(new LaunchedBuild(Guid.Parse(key), platform, $"/api/v1/builds/{key}"));
        }

        var answer = new LaunchAnswer
        {
            State = Started,
            ApplicationKey = Guid.Parse(application),
            EnvironmentKey = Guid.Parse(parts.EnvironmentKey),
            BuildKey = Guid.Parse(revision.BuildKey),
            Revision = (int)revision.Revision,
            Builds = launched,
        };
        if (parts.Once is { } remembered)
            await once.RememberAsync(connection, transaction, remembered, StatusCodes.Status201Created, LaunchFingerprint.Write(answer));
        return answer;
    }

    /// <summary>A new name creates an application, so that users of the command line need no setup.</summary>
    private async Task<string> ApplicationAsync(DbConnection connection, DbTransaction transaction, LaunchParts parts)
    {
        var name = parts.Request.Application;
        if (await ApplicationStore.FindAsync(connection, transaction, parts.Caller.Organisation, name) is { } known)
            return known.Key;
        if (Guid.TryParse(name, out _) || parts.Request.BuildKey is not null)
            throw new ProblemException(ServiceProblems.NotFound.At("application", $"There is no application '{name}'."));
        var key = await applications.EnsureAsync(connection, transaction, parts.Caller.Organisation, name);
        await audit.WriteAsync(connection, transaction, parts.Caller, "application.create", key, new { name });
        return key;
    }

    private static async Task<RevisionRow> ExistingAsync(DbConnection connection, DbTransaction transaction, LaunchParts parts, string application)
    {
        var revision = await RevisionStore.FindAsync(connection, transaction, parts.Caller.Organisation, parts.Request.BuildKey.ToString()!);
        return revision?.ApplicationKey == application ? revision : throw new ProblemException(ServiceProblems.NotFound.At("buildKey", "The application has no revision of this id."));
    }

    private async Task<IReadOnlyList<string>> MissingAsync(DbConnection connection, DbTransaction? transaction, string organisation, RevisionManifest manifest)
    {
        var there = await catalogue.FindAsync(connection, transaction, organisation, [.. manifest.Files.Select(file => file.Sha256).Distinct(StringComparer.Ordinal)]);
        var wrong = manifest.Files.FirstOrDefault(file => there.TryGetValue(file.Sha256, out var blob) && blob.Size != file.Size);
        if (wrong is not null)
            throw new ProblemException(ServiceProblems.ContentMismatch.At(wrong.Path, $"The content of this hash has {there[wrong.Sha256].Size} bytes, not {wrong.Size}."));
        return [.. manifest.Files.Select(file => file.Sha256).Where(hash => !there.ContainsKey(hash)).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>A launch, as far as it is understood before its transaction.</summary>
/// <param name="Caller">Who launches.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Draft">The files; null when the request names a revision that is there.</param>
/// <param name="Once">What makes it happen once; null when it may happen again.</param>
internal sealed record LaunchParts(Caller Caller, LaunchRequest Request, string EnvironmentKey, RevisionDraft? Draft, IdempotencyKey? Once)
{
    /// <summary>The build for one of the platforms.</summary>
    public NewBuild BuildFor(MobilePlatform platform, RevisionRow revision) => new(EnvironmentKey, revision, platform, Request.Options)
    {
        BuildType = LaunchRules.TypeOf(Request),
        Credentials = Request.Credentials,
        Priority = Request.Priority,
        Channel = Request.Channel,
    };
}
