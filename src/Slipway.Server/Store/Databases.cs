using System.Data.Common;
using Npgsql;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>Finds the database that an address means.</summary>
internal static class Databases
{
    private const int DefaultPort = 5432;

    /// <summary>Opens the database of an address.</summary>
    /// <param name="address"><c>postgres://user:password@host:port/name?key=value</c>; null for SQLite.</param>
    /// <param name="dataFolder">Where SQLite's file is.</param>
    /// <exception cref="ProblemException">The address cannot be understood.</exception>
    public static Database Open(string? address, string dataFolder)
    {
        if (address is null)
            return new SqliteDatabase(Path.Combine(dataFolder, "slipway.db"));
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            throw new ProblemException(ServerProblems.DatabaseAddress.At("--database", "The address is not of the form postgres://user@host/name."));
        return new PostgresDatabase(ConnectionString(uri));
    }

    private static string ConnectionString(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host : "/var/run/postgresql",
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Timeout = 5,
            CommandTimeout = 30,
            KeepAlive = 15,
        };
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Set(builder, pair);
        return builder.ToString();
    }

    private static void Set(DbConnectionStringBuilder builder, string pair)
    {
        var parts = pair.Split('=', 2);
        try
        {
            builder[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new ProblemException(ServerProblems.DatabaseAddress.At("--database", $"'{parts[0]}' is no setting of a connection to PostgreSQL, or its value does not fit."), e);
        }
    }
}
