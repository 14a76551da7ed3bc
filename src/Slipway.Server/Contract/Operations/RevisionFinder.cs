using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Revisions;

namespace Slipway.Server.Contract.Operations;

/// <summary>Finds the revision that a request names by build key, by number, or by both.</summary>
internal static class RevisionFinder
{
    /// <summary>Returns the revision of an application.</summary>
    /// <exception cref="ProblemException">The request names no revision, or one that does not exist.</exception>
    public static async Task<RevisionRow> FindAsync(DbConnection connection, DbTransaction? transaction, ApplicationInEnvironment subject, Guid? buildKey, int? number)
    {
        var key = buildKey is { } given && given != Guid.Empty ? given.ToString() : null;
        // Clients that cannot omit a number send 0.
        if (key is null && number is null or 0)
            throw new ProblemException(ServiceProblems.Malformed.At("buildKey", "The request has neither a buildKey nor a revision."));
        key ??= await connection.ExecuteScalarAsync<string?>(
            "SELECT build_key FROM revisions WHERE organisation_id = @Organisation AND application_key = @Application AND revision = @number",
            new { subject.Organisation, subject.Application, number = (long?)number },
            transaction);
        var revision = key is null ? null : await RevisionStore.FindAsync(connection, transaction, subject.Organisation, key);
        return revision?.ApplicationKey == subject.Application && (number is null or 0 || number == revision.Revision)
            ? revision
            : throw new ProblemException(ServiceProblems.NotFound.At(buildKey is null ? "revision" : "buildKey", "The application has no such revision."));
    }
}
