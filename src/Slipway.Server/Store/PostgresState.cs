using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>The state of a PostgreSQL server as it reports it.</summary>
internal sealed record PostgresState
{
    /// <summary>Queries the state.</summary>
    public const string Query =
        """
        SELECT current_setting('server_version_num')::bigint AS version, current_setting('server_version') AS version_text, current_setting('server_encoding') AS encoding,
               CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END AS is_standby, CASE WHEN current_setting('transaction_read_only')::boolean THEN 1 ELSE 0 END AS is_read_only,
               current_database() AS database, quote_ident(current_user) AS role, quote_ident(current_schema()) AS schema, current_setting('search_path') AS search_path,
               CASE WHEN has_schema_privilege(current_schema(), 'CREATE') THEN 1 ELSE 0 END AS may_create
        """;

    // hashtextextended came with 11.
    private const long LeastVersion = 110_000;

    /// <summary>Version as a number, such as 150004.</summary>
    public long Version { get; init; }

    /// <summary>Version as text.</summary>
    public string VersionText { get; init; } = "";

    /// <summary>Encoding of text.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>Whether it is a standby: 0 or 1.</summary>
    public long IsStandby { get; init; }

    /// <summary>Whether transactions are read-only: 0 or 1.</summary>
    public long IsReadOnly { get; init; }

    /// <summary>Name of the database.</summary>
    public string Database { get; init; } = "";

    /// <summary>Name of the role, quoted if necessary.</summary>
    public string Role { get; init; } = "";

    /// <summary>The schema in which tables are created, quoted if necessary; null if the role may use none.</summary>
    public string? Schema { get; init; }

    /// <summary>The search_path.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>Whether the role may create tables there: 0 or 1.</summary>
    public long MayCreate { get; init; }

    /// <summary>Returns the problem that keeps a server from using it; null if there is none. SQL_ASCII stores bytes unchanged, and so UTF-8, too.</summary>
    public Problem? Fault(string where) => this switch
    {
        { Version: < LeastVersion } => DatabaseProblems.TooOld.At(where, $"The server is PostgreSQL {VersionText}."),
        { Encoding: not ("UTF8" or "SQL_ASCII") } => DatabaseProblems.Encoding.At(where, $"The database '{Database}' has the encoding {Encoding}."),
        { IsStandby: not 0 } => DatabaseProblems.ReadOnly.At(where, "The server is a standby."),
        { IsReadOnly: not 0 } => DatabaseProblems.ReadOnly.At(where, "default_transaction_read_only is on for this role, database or server."),
        _ => null,
    };

    /// <summary>Returns the problem that keeps a server from changing the schema; null if there is none.</summary>
    public Problem? MigrationFault(string where) => this switch
    {
        { Schema: null } => DatabaseProblems.RightMissing.At(
            where,
            $"The role {Role} may use no schema of its search_path, {SearchPath}, in the database '{Database}', or none of them exists.",
            $"As a superuser or the owner of the database: CREATE SCHEMA, or GRANT USAGE, CREATE ON SCHEMA public TO {Role}; or correct search_path."),
        { MayCreate: 0 } => DatabaseProblems.RightMissing.At(
            where,
            $"The role {Role} may not create tables in the schema {Schema} of the database '{Database}'.",
            $"As a superuser or the owner of the database: GRANT USAGE, CREATE ON SCHEMA {Schema} TO {Role};"),
        _ => null,
    };
}
