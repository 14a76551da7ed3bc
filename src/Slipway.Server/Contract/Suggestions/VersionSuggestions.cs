using System.Data.Common;
using Dapper;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Suggestions;

/// <summary>Suggests versions that follow those of an application's builds in an environment. Failed builds do not count.</summary>
internal static class VersionSuggestions
{
    /// <summary>The highest version code that Android accepts. iOS accepts higher ones, but the same limit suffices.</summary>
    public const int HighestCode = 2_100_000_000;

    public static async Task<NativeBuildVersions> OfAsync(DbConnection connection, DbTransaction? transaction, ApplicationInEnvironment subject, MobilePlatform platform)
    {
        const string Builds =
            """
            FROM builds
            WHERE organisation_id = @Organisation AND environment_key = @Environment AND application_key = @Application AND platform = @platform
              AND state IN ('Queued', 'Leased', 'Succeeded')
            """;
        var parameters = new { subject.Organisation, subject.Environment, subject.Application, platform = EnumText.NameOf(platform) };
        var code = await connection.ExecuteScalarAsync<long?>($"SELECT max(version_code) {Builds}", parameters, transaction);
        var number = await connection.ExecuteScalarAsync<string?>(
            $"SELECT version_number {Builds} AND version_number IS NOT NULL ORDER BY created_at DESC, key DESC LIMIT 1", parameters, transaction);
        return new NativeBuildVersions
        {
            MobilePlatform = platform,
            MobileVersionNumber = (number is null ? VersionNumber.First : VersionNumber.Guess(number).Next).ToString(),
            MobileVersionCode = (int)Math.Min(HighestCode, (code ?? 0) + 1),
        };
    }
}
