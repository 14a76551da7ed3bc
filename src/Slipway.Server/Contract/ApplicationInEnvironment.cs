using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Contract;

/// <summary>The subject of a request of the contract: an application in an environment.</summary>
/// <param name="Organisation">The organisation that owns them.</param>
/// <param name="Environment">Key of the environment.</param>
/// <param name="Application">Key of the application.</param>
internal sealed record ApplicationInEnvironment(string Organisation, string Environment, string Application)
{
    /// <summary>Reads the keys of a request and makes sure that the organisation has both.</summary>
    /// <exception cref="ProblemException">A key is missing or unknown.</exception>
    public static async Task<ApplicationInEnvironment> RequireAsync(DbConnection connection, DbTransaction? transaction, string organisation, Guid? environment, Guid? application)
    {
        var subject = new ApplicationInEnvironment(organisation, Given(environment, "environmentKey"), Given(application, "applicationKey"));
        await RequireAsync(connection, transaction, "environments", organisation, subject.Environment, "environment");
        await RequireAsync(connection, transaction, "applications", organisation, subject.Application, "application");
        return subject;
    }

    private static string Given(Guid? key, string field) => key is { } given && given != Guid.Empty
        ? given.ToString()
        : throw new ProblemException(ServiceProblems.Malformed.At(field, $"The request has no {field}."));

    private static async Task RequireAsync(DbConnection connection, DbTransaction? transaction, string table, string organisation, string key, string what)
    {
        if (await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table} WHERE key = @key AND organisation_id = @organisation", new { key, organisation }, transaction) == 0)
            throw new ProblemException(ServiceProblems.NotFound.At(what + "Key", $"There is no {what} {key}."));
    }
}
