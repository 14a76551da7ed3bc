using System.Data.Common;
using System.Security.Cryptography;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Server.Credentials;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Checks the credentials of a configuration as soon as they are complete, so that faults show up before a build.</summary>
internal sealed class ConfiguredSigningCheck(ConfiguredCredentialReader reader, CredentialStore store)
{
    /// <summary>Returns the kinds of credentials in a platform's configuration.</summary>
    public static IReadOnlyList<CredentialKind> KindsOf(MobilePlatform platform) =>
        platform == MobilePlatform.Android ? [CredentialKind.Keystore] : [CredentialKind.Certificate, CredentialKind.Profile];

    /// <summary>Refuses a configuration whose files cannot sign. A file whose password is not set yet is not checked.</summary>
    /// <exception cref="ProblemException">A file cannot sign, or its password is wrong.</exception>
    public async Task RequireAsync(DbConnection connection, DbTransaction transaction, ApplicationInEnvironment subject, MobilePlatform platform)
    {
        var configured = await ConfiguredCredentialReader.FindAsync(connection, transaction, subject.Organisation, subject.Environment, subject.Application, platform);
        var now = await store.NowAsync(connection, transaction);
        foreach (var kind in KindsOf(platform))
        {
            if (configured?.Find(kind) is not { } source || (ConfiguredCredentials.FieldsOf(kind).Password is { } password && configured.SecretOf(password) is null))
                continue;
            var content = await reader.OpenAsync(connection, transaction, subject.Organisation, source);
            CredentialRules.Check(kind, source.Name, content, now);
            CryptographicOperations.ZeroMemory(content.Content);
        }
    }
}
