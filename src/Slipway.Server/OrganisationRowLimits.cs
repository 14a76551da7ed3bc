using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>Limits how many rows of a table an organisation may have, because rows take space that the storage quota does not count.</summary>
internal static class OrganisationRowLimits
{
    public const int Applications = 10_000;
    public const int Environments = 1_000;
    public const int Machines = 10_000;

    /// <summary>Checks that there is room for one more row.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction on that connection.</param>
    /// <param name="table">The table; messages use its name.</param>
    /// <param name="organisation">The organisation that owns them.</param>
    /// <param name="most">The maximum number of rows.</param>
    /// <exception cref="ProblemException">The organisation has reached the limit.</exception>
    public static async Task RequireAsync(DbConnection connection, DbTransaction transaction, string table, string organisation, int most)
    {
        if (await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table} WHERE organisation_id = @organisation", new { organisation }, transaction) >= most)
            throw new ProblemException(ServiceProblems.Invalid.At(table, $"An organisation can have at most {most} {table}.", "Remove some that are no longer needed, or use the existing ones."));
    }
}
