using System.Data.Common;
using System.Security.Cryptography;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Signing;

namespace Slipway.Server.Credentials;

/// <summary>Adds, replaces, removes and exports credentials; each action leaves a row in the audit trail.</summary>
internal sealed class AuditedCredentials(Database database, CredentialStore store, CredentialSecrets secrets, CredentialScopes scopes, AuditTrail audit)
{
    private const int MostPerOrganisation = 1000;
    private const int MostCompared = 50;

    /// <summary>Checks a credential and stores it.</summary>
    /// <exception cref="ProblemException">It cannot sign anything, or cannot have this name.</exception>
    public async Task<CredentialDescription> AddAsync(Caller caller, NewCredential request, CancellationToken cancellation)
    {
        var name = ReservedCredentialNames.Check(request.Name);
        if (request.Kind == CredentialKind.DebugKeystore)
            throw new ProblemException(ServiceProblems.Invalid.At("kind", "The service makes the debug keystore itself; replace its content to use another."));
        var (environment, application) = await scopes.FindAsync(caller.Organisation, request, cancellation);
        var now = await database.ReadAsync(connection => store.NowAsync(connection), cancellation);
        var judged = await CredentialRules.CheckUploadAsync(request.Kind, name, request, now, cancellation);
        var row = CredentialRow.New(request.Kind, name, environment, application, judged, now);
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                if ((await CredentialStore.ListAsync(connection, transaction, caller.Organisation)).Count >= MostPerOrganisation)
                    throw new ProblemException(CredentialProblems.TooMany.At("credentials", $"There are {MostPerOrganisation} credentials already."));
                if (!await store.TryInsertAsync(connection, transaction, caller.Organisation, await secrets.SealAsync(connection, transaction, caller.Organisation, row, request), caller.Actor))
                    throw new ProblemException(ServiceProblems.Exists.At("name", $"There is a credential '{row.Name}'."));
                await audit.WriteAsync(connection, transaction, caller, "credential.add", row.Id, Details(row, judged));
            },
            cancellation);
        return await DescribeAsync(caller, row, judged, request.Content, now, cancellation);
    }

    /// <summary>Checks new content and replaces that of a credential; returns null if none has this id.</summary>
    /// <exception cref="ProblemException">It cannot sign anything.</exception>
    public async Task<CredentialDescription?> ReplaceAsync(Caller caller, string id, CredentialContent content, CancellationToken cancellation)
    {
        var (old, now) = await database.ReadAsync(
            async connection => (await CredentialStore.FindAsync(connection, null, caller.Organisation, id), await store.NowAsync(connection)), cancellation);
        if (old is null)
            return null;
        var judged = await CredentialRules.CheckUploadAsync(old.KindOf, old.Name, content, now, cancellation);
        var row = old with { Alias = judged.Alias, Facts = judged.Facts.ToJson(), ExpiresAt = judged.ExpiresAt.ToUnixTimeMilliseconds(), UpdatedAt = now.ToUnixTimeMilliseconds() };
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var sealedRow = await secrets.SealAsync(connection, transaction, caller.Organisation, row, content);
                if (!await store.ReplaceAsync(connection, transaction, caller.Organisation, sealedRow, old.ContentSecret))
                    throw new ProblemException(ServiceProblems.Invalid.At("content", "Another request replaced or removed the credential at the same moment.", "Check the credential, and replace it again if necessary."));
                await CredentialSecrets.DeleteAsync(connection, transaction, caller.Organisation, old);
                await audit.WriteAsync(connection, transaction, caller, "credential.replace", row.Id, Details(row, judged));
            },
            cancellation);
        return await DescribeAsync(caller, row, judged, content.Content, now, cancellation);
    }

    /// <summary>Removes a credential; returns false if none has this id.</summary>
    public Task<bool> RemoveAsync(Caller caller, string id, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (await CredentialStore.FindAsync(connection, transaction, caller.Organisation, id) is not { } row || !await CredentialStore.DeleteAsync(connection, transaction, caller.Organisation, row.Id))
                return false;
            await CredentialSecrets.DeleteAsync(connection, transaction, caller.Organisation, row);
            await audit.WriteAsync(connection, transaction, caller, "credential.remove", row.Id, new { row.Name, row.Kind });
            return true;
        },
        cancellation);

    /// <summary>Returns a credential with its secrets; null if none has this id. The audit trail records the export before the caller gets it.</summary>
    public async Task<ExportedCredential?> ExportAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var row = await database.ReadAsync(connection => CredentialStore.FindAsync(connection, null, caller.Organisation, id), cancellation);
        if (row is null)
            return null;
        await database.WriteAsync((connection, transaction) => audit.WriteAsync(connection, transaction, caller, "credential.export", row.Id, new { row.Name, row.Kind }), cancellation);
        var content = await database.ReadAsync(connection => secrets.OpenAsync(connection, null, caller.Organisation, row), cancellation);
        return new ExportedCredential
        {
            Name = row.Name,
            Kind = row.KindOf,
            Content = content.Content,
            Password = content.Password,
            Alias = content.Alias,
            KeyPassword = content.KeyPassword,
            Chain = content.Chain,
        };
    }

    private async Task<CredentialDescription> DescribeAsync(Caller caller, CredentialRow row, JudgedCredential judged, byte[] content, DateTimeOffset now, CancellationToken cancellation)
    {
        var between = await database.ReadAsync(connection => CompareAsync(connection, caller.Organisation, row, judged, content, now), cancellation);
        return CredentialDescriber.Describe(row, judged.Warnings.Concat(between));
    }

    /// <summary>Matches a profile with the stored certificates, and a certificate with the stored profiles.</summary>
    private async Task<IReadOnlyList<Problem>> CompareAsync(DbConnection connection, string organisation, CredentialRow row, JudgedCredential judged, byte[] content, DateTimeOffset now)
    {
        if (row.KindOf is not (CredentialKind.Profile or CredentialKind.Certificate))
            return [];
        var others = (await CredentialStore.ListAsync(connection, null, organisation)).OrderByDescending(r => r.UpdatedAt).ToList();
        if (row.KindOf == CredentialKind.Profile)
        {
            return CredentialWarnings.Between(
                CredentialFile.InMemory(row.Name, content), [.. others.Where(r => r.KindOf == CredentialKind.Certificate).Take(MostCompared).Select(r => (r.Name, r.ReadFacts()))], now);
        }

        IReadOnlyList<Problem>? least = null;
        foreach (var profile in others.Where(r => r.KindOf == CredentialKind.Profile).Take(MostCompared))
        {
            var bytes = await secrets.OpenContentAsync(connection, organisation, profile);
            var found = CredentialWarnings.Between(CredentialFile.InMemory(profile.Name, bytes), [(row.Name, judged.Facts)], now);
            CryptographicOperations.ZeroMemory(bytes);
            least = least is null || found.Count < least.Count ? found : least;
        }

        return least ?? [];
    }

    private static object Details(CredentialRow row, JudgedCredential judged) => new { row.Name, row.Kind, judged.Facts.Subject, judged.Facts.Fingerprint, judged.ExpiresAt };
}
