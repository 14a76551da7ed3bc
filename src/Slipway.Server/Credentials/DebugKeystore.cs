using System.Data.Common;
using System.Security.Cryptography;
using Slipway.Formats.Keys;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;

namespace Slipway.Server.Credentials;

/// <summary>
/// The key that signs debug packages of an organisation. It is created once, when the first build needs it, so that one build of
/// an app can replace another on a device. Its password is random, because logs would mask a well-known word wherever it occurs.
/// </summary>
internal sealed class DebugKeystore(CredentialStore store, CredentialSecrets secrets, AuditTrail audit)
{
    private const string Alias = "androiddebugkey";
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 24;
    private const int ValidYears = 30;

    /// <summary>Few rounds, because a random password cannot be guessed and each build opens this keystore.</summary>
    private const int Iterations = 1;

    /// <summary>Returns the key of an organisation. Concurrent calls get the same key.</summary>
    public async Task<CredentialRow> EnsureAsync(DbConnection connection, DbTransaction transaction, string organisation)
    {
        if (await CredentialStore.FindAsync(connection, transaction, organisation, ReservedCredentialNames.DebugKey) is { } there)
            return there;
        var (row, content) = Make(await store.NowAsync(connection, transaction));
        row = await secrets.SealAsync(connection, transaction, organisation, row, content);
        if (await store.TryInsertAsync(connection, transaction, organisation, row, Caller.Service(organisation).Actor))
        {
            await audit.WriteAsync(connection, transaction, Caller.Service(organisation), "credential.add", row.Id, new { row.Name, row.Kind });
            return row;
        }

        await CredentialSecrets.DeleteAsync(connection, transaction, organisation, row);
        return await CredentialStore.FindAsync(connection, transaction, organisation, ReservedCredentialNames.DebugKey)
            ?? throw new ProblemException(CredentialProblems.Unknown.At(ReservedCredentialNames.DebugKey, "The debug key was removed at the same moment.", "Try again."));
    }

    private static (CredentialRow Row, CredentialContent Content) Make(DateTimeOffset now)
    {
        var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        var bytes = KeystoreFactory.Create(Alias, "CN=Android Debug, O=Slipway, C=US", password, now.AddDays(-1), now.AddYears(ValidYears), KeyAlgorithm.Rsa2048, Iterations);
        var content = new CredentialContent { Content = bytes, Password = password, Alias = Alias };
        var judged = CredentialRules.Check(CredentialKind.DebugKeystore, ReservedCredentialNames.DebugKey, content, now);
        return (CredentialRow.New(CredentialKind.DebugKeystore, ReservedCredentialNames.DebugKey, null, null, judged, now), content);
    }
}
