using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Server.Store;

/// <summary>Opens the database that an address names.</summary>
internal static class DatabaseFactory
{
    /// <summary>Opens the database of an address.</summary>
    /// <param name="address"><c>postgres://user:password@host:port/name?key=value</c>; null for SQLite.</param>
    /// <param name="dataFolder">The folder of SQLite's file.</param>
    /// <exception cref="ProblemException">The address is malformed.</exception>
    public static Database Open(string? address, string dataFolder)
    {
        if (address is null)
            return new SqliteDatabase(Path.Combine(dataFolder, "slipway.db"));
        var postgres = PostgresAddress.Parse(GivenText.Setting(address) ?? "");
        postgres.CheckFiles();
        return new PostgresDatabase(postgres);
    }
}
