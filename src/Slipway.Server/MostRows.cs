using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>How many things of a kind an organisation may have. Rows take space that no quota of bytes counts, and nobody needs more of these.</summary>
internal static class MostRows
{
    public const int Applications = 10_000;
    public const int Environments = 1_000;
    public const int Servers = 10_000;

    /// <summary>Refuses one more.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">The table, whose name is that of the things.</param>
    /// <param name="organisation">Whose they are.</param>
    /// <param name="most">How many there may be.</param>
    /// <exception cref="ProblemException">There are as many.</exception>
    public static async Task RequireAsync(DbConnection connection, DbTransaction transaction, string table, string organisation, int most)
    {
        if (await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table} WHERE organisation_id = @organisation", new { organisation }, transaction) >= most)
            throw new ProblemException(ServerProblems.Invalid.At(table, $"An organisation has {most} {table} at most.", "Remove some that are not needed any more, or use those that there are."));
    }
}
