namespace Slipway.Protocol.Problems;

/// <summary>States of a database that keep a server from working with it, for whoever runs the service.</summary>
public static class DatabaseProblems
{
    /// <summary>The database has no connection left.</summary>
    public static ProblemKind TooManyConnections { get; } = new(
        "SLW-DBS-10001",
        "The database has no connection left",
        "PostgreSQL takes max_connections connections, a role or a database perhaps fewer, and others hold them all.",
        "Try again in some seconds. If it lasts, raise max_connections, or add ?maxpoolsize=20 to the address: each server holds up to 100 connections otherwise.",
        Severity.Error,
        Blame.Network);

    /// <summary>The database refuses the login.</summary>
    public static ProblemKind LoginRefused { get; } = new(
        "SLW-DBS-20001",
        "The database refuses the login",
        "The role does not exist, may not log in, or has another password.",
        "Correct the user in the address and the password in $PGPASSWORD. In an address, characters such as @ / ? # % of a password are written as %40 %2F %3F %23 %25.");

    /// <summary>The database does not admit this machine.</summary>
    public static ProblemKind NotAdmitted { get; } = new(
        "SLW-DBS-20002",
        "The database does not admit this machine",
        "The file pg_hba.conf of PostgreSQL has no line for this address, role and database, or none for a connection of this kind.",
        "Add a line to pg_hba.conf and reload PostgreSQL. When it admits encrypted connections only, add ?sslmode=require to the address.");

    /// <summary>The role lacks a right.</summary>
    public static ProblemKind RightMissing { get; } = new(
        "SLW-DBS-20003",
        "The role lacks a right in the database",
        "Since PostgreSQL 15 only the owner of a database may create tables in its schema public. A role that did not create the tables may not read or write them either.",
        "As a superuser or the owner: GRANT USAGE, CREATE ON SCHEMA public TO role; and, for tables that another role made: GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO role;");

    /// <summary>The certificate of the database is not trusted.</summary>
    public static ProblemKind CertificateRefused { get; } = new(
        "SLW-DBS-20004",
        "The certificate of the database is not trusted",
        "The database showed a certificate of an authority that this machine does not know, or one for another name, or it refused the certificate of this server.",
        "Name the authority's certificate with ?sslrootcert=file in the address, and the host as the certificate names it.");

    /// <summary>The database does not speak TLS.</summary>
    public static ProblemKind TlsMissing { get; } = new(
        "SLW-DBS-40001",
        "The database does not speak TLS",
        "The address asks for an encrypted connection, and PostgreSQL has ssl switched off.",
        "Switch ssl on in postgresql.conf. Where the network is trusted, write sslmode=prefer in the address instead.");

    /// <summary>There is no such database.</summary>
    public static ProblemKind Missing { get; } = new(
        "SLW-DBS-40002",
        "There is no such database",
        "The server answers, but has no database of this name.",
        "Create it, as a superuser: CREATE DATABASE name OWNER role ENCODING 'UTF8'; or correct the name in the address.");

    /// <summary>The database does not keep text as UTF-8.</summary>
    public static ProblemKind Encoding { get; } = new(
        "SLW-DBS-40003",
        "The database does not keep text as UTF-8",
        "The names of apps and people have characters that the encoding of the database does not have.",
        "Create another one: CREATE DATABASE name OWNER role ENCODING 'UTF8' TEMPLATE template0;");

    /// <summary>PostgreSQL is too old.</summary>
    public static ProblemKind TooOld { get; } = new(
        "SLW-DBS-40004",
        "PostgreSQL is too old",
        "The service uses functions that came with PostgreSQL 11.",
        "Upgrade PostgreSQL; versions that still get security fixes are the best choice.");

    /// <summary>What answers is not PostgreSQL.</summary>
    public static ProblemKind NotPostgres { get; } = new(
        "SLW-DBS-40005",
        "What answers is not PostgreSQL",
        "Another service listens at the host and port of the address.",
        "Correct the host and the port in the address. PostgreSQL listens on 5432 unless it was told otherwise.");

    /// <summary>The database is read-only.</summary>
    public static ProblemKind ReadOnly { get; } = new(
        "SLW-DBS-50001",
        "The database is read-only",
        "The address leads to a standby, or default_transaction_read_only is on.",
        "Let the address lead to the primary. With several hosts in it, as postgres://user@one,two/name, the one that can be written to is found.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The file of the database cannot be opened or written to.</summary>
    public static ProblemKind FileUnusable { get; } = new(
        "SLW-DBS-50002",
        "The file of the database cannot be written to",
        "The file, one of those with -wal and -shm behind its name, or its folder belongs to another user or is read-only, or the disk has faults.",
        "Give the data folder and all files in it to the user that the server runs as, and look into the log of the system.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The file is no database, or it is damaged.</summary>
    public static ProblemKind FileDamaged { get; } = new(
        "SLW-DBS-50003",
        "The file is no database, or it is damaged",
        "Another program wrote the file, it was copied while a server wrote it, or the disk has faults.",
        "Restore the file from a backup with slipway restore, or move it away to begin anew.",
        Severity.Error,
        Blame.Machine);

    /// <summary>Another process holds the database.</summary>
    public static ProblemKind FileLocked { get; } = new(
        "SLW-DBS-50004",
        "Another process holds the database",
        "A program that copies or inspects the file keeps it locked.",
        "End the other program, or wait until it is done, and try again. Copy the database with slipway backup, which locks nobody out.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The database is on a network file system.</summary>
    public static ProblemKind NetworkFileSystem { get; } = new(
        "SLW-DBS-50005",
        "The database is on a network file system",
        "SQLite relies on locks and shared memory that network file systems do not keep; two machines could write at once and damage the file.",
        "Put the data folder on a disk of this machine, or use PostgreSQL with --database.",
        Severity.Warning,
        Blame.Machine);

    /// <summary>Signals between servers do not arrive.</summary>
    public static ProblemKind SignalsLost { get; } = new(
        "SLW-DBS-50006",
        "Signals between servers do not arrive",
        "A pooler such as PgBouncer in transaction mode is between the server and PostgreSQL, and drops what LISTEN asks for. Servers look every second instead: everything works, but a little later and with more load.",
        "Nothing has to be done. For signals at once, use the pooler in session mode, or let the address lead to PostgreSQL itself.",
        Severity.Warning,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        TooManyConnections, LoginRefused, NotAdmitted, RightMissing, CertificateRefused, TlsMissing, Missing, Encoding, TooOld, NotPostgres, ReadOnly, FileUnusable, FileDamaged, FileLocked, NetworkFileSystem, SignalsLost,
    ];
}
