using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>What a PostgreSQL says of itself.</summary>
internal sealed record PostgresState
{
    /// <summary>Asks for the state.</summary>
    public const string Query =
        """
        SELECT current_setting('server_version_num')::bigint AS version, current_setting('server_version') AS version_text, current_setting('server_encoding') AS encoding,
               CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END AS is_standby, CASE WHEN current_setting('transaction_read_only')::boolean THEN 1 ELSE 0 END AS is_read_only,
               current_database() AS database, quote_ident(current_user) AS role, quote_ident(current_schema()) AS schema, current_setting('search_path') AS search_path,
               CASE WHEN has_schema_privilege(current_schema(), 'CREATE') THEN 1 ELSE 0 END AS may_create
        """;

    // hashtextextended came with 11.
    private const long LeastVersion = 110_000;

    /// <summary>As a number, such as 150004.</summary>
    public long Version { get; init; }

    /// <summary>As people write it.</summary>
    public string VersionText { get; init; } = "";

    /// <summary>How text is kept.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>Does it repeat what a primary does? 0 or 1.</summary>
    public long IsStandby { get; init; }

    /// <summary>Does it refuse to write? 0 or 1.</summary>
    public long IsReadOnly { get; init; }

    /// <summary>Name of the database.</summary>
    public string Database { get; init; } = "";

    /// <summary>Name of the role, quoted where it has to be.</summary>
    public string Role { get; init; } = "";

    /// <summary>The schema in which tables are made, quoted where it has to be; null when there is none that the role may use.</summary>
    public string? Schema { get; init; }

    /// <summary>Where tables are looked for.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>May the role make tables there? 0 or 1.</summary>
    public long MayCreate { get; init; }

    /// <summary>What keeps a server from working with it; null when nothing does. SQL_ASCII keeps bytes as they come, so UTF-8, too.</summary>
    public Problem? Fault(string where) => this switch
    {
        { Version: < LeastVersion } => DatabaseProblems.TooOld.At(where, $"The server is PostgreSQL {VersionText}."),
        { Encoding: not ("UTF8" or "SQL_ASCII") } => DatabaseProblems.Encoding.At(where, $"The database '{Database}' has the encoding {Encoding}."),
        { IsStandby: not 0 } => DatabaseProblems.ReadOnly.At(where, "The server is a standby."),
        { IsReadOnly: not 0 } => DatabaseProblems.ReadOnly.At(where, "default_transaction_read_only is on for this role, database or server."),
        _ => null,
    };

    /// <summary>What keeps a server from changing the schema; null when nothing does.</summary>
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
