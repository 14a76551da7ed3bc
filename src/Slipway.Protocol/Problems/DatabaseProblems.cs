namespace Slipway.Protocol.Problems;

/// <summary>Problems of a service's database, for its operator.</summary>
public static class DatabaseProblems
{
    /// <summary>The database has no connection left.</summary>
    public static ProblemKind TooManyConnections { get; } = new(
        "SLW-DBS-10001",
        "The database has no connection left",
        "PostgreSQL allows max_connections connections, and a role or database may have a lower limit. All of them are in use.",
        "Try again in a few seconds. If that does not help, raise max_connections, or add ?maxpoolsize=20 to the address: by default, each server holds up to 100 connections.",
        Severity.Error,
        Blame.Network);

    /// <summary>The database refuses the login.</summary>
    public static ProblemKind LoginRefused { get; } = new(
        "SLW-DBS-20001",
        "The database refuses the login",
        "The role does not exist, may not log in, or has another password.",
        "Correct the user in the address and the password in $PGPASSWORD. In an address, characters such as @ / ? # % of a password are written as %40 %2F %3F %23 %25.");

    /// <summary>The database does not accept connections from this machine.</summary>
    public static ProblemKind NotAdmitted { get; } = new(
        "SLW-DBS-20002",
        "The database does not accept connections from this machine",
        "PostgreSQL's pg_hba.conf has no line for this address, role, database and kind of connection.",
        "Add a line to pg_hba.conf and reload PostgreSQL. If it accepts only encrypted connections, add ?sslmode=require to the address.");

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
        "The database's certificate was issued by an authority that this machine does not know, or for another name; or the database refused this server's certificate.",
        "Add ?sslrootcert=file with the authority's certificate to the address, and use the host name that the certificate contains.");

    /// <summary>The database does not speak TLS.</summary>
    public static ProblemKind TlsMissing { get; } = new(
        "SLW-DBS-40001",
        "The database does not speak TLS",
        "The address asks for an encrypted connection, and PostgreSQL has ssl switched off.",
        "Turn on ssl in postgresql.conf. If you trust the network, write sslmode=prefer in the address instead.");

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
        "Names of apps and people contain characters that the database's encoding lacks.",
        "Create another one: CREATE DATABASE name OWNER role ENCODING 'UTF8' TEMPLATE template0;");

    /// <summary>PostgreSQL is too old.</summary>
    public static ProblemKind TooOld { get; } = new(
        "SLW-DBS-40004",
        "PostgreSQL is too old",
        "The service uses functions of PostgreSQL 11.",
        "Upgrade PostgreSQL to a version that still gets security fixes.");

    /// <summary>What answers is not PostgreSQL.</summary>
    public static ProblemKind NotPostgres { get; } = new(
        "SLW-DBS-40005",
        "What answers is not PostgreSQL",
        "Another service listens at the host and port of the address.",
        "Correct the host and port in the address. By default, PostgreSQL listens on 5432.");

    /// <summary>The database is read-only.</summary>
    public static ProblemKind ReadOnly { get; } = new(
        "SLW-DBS-50001",
        "The database is read-only",
        "The address leads to a standby, or default_transaction_read_only is on.",
        "Use the address of the primary. With several hosts, as in postgres://user@one,two/name, Slipway finds the writable one.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The file of the database cannot be opened or written to.</summary>
    public static ProblemKind FileUnusable { get; } = new(
        "SLW-DBS-50002",
        "The file of the database cannot be written to",
        "The file, one of those with -wal and -shm behind its name, or its folder belongs to another user or is read-only, or the disk has faults.",
        "Make the user that runs the service own the data folder and all files in it, and look into the system log.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The file is not a database, or it is damaged.</summary>
    public static ProblemKind FileDamaged { get; } = new(
        "SLW-DBS-50003",
        "The file is not a database, or it is damaged",
        "Another program wrote the file, it was copied while a server was writing, or the disk is failing.",
        "Restore the file from a backup with slipway restore, or move it away to start from scratch.",
        Severity.Error,
        Blame.Machine);

    /// <summary>Another process holds the database.</summary>
    public static ProblemKind FileLocked { get; } = new(
        "SLW-DBS-50004",
        "Another process holds the database",
        "A program that copies or inspects the file keeps it locked.",
        "Stop the other program, or wait until it is done, and try again. To copy the database, use slipway backup, which does not lock it.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The database is on a network file system.</summary>
    public static ProblemKind NetworkFileSystem { get; } = new(
        "SLW-DBS-50005",
        "The database is on a network file system",
        "SQLite relies on locks and shared memory that network file systems do not provide. Two machines could write at once and damage the file.",
        "Put the data folder on a disk of this machine, or use PostgreSQL with --database.",
        Severity.Warning,
        Blame.Machine);

    /// <summary>Signals between servers do not arrive.</summary>
    public static ProblemKind SignalsLost { get; } = new(
        "SLW-DBS-50006",
        "Signals between servers do not arrive",
        "A pooler such as PgBouncer in transaction mode is between the server and PostgreSQL, and drops what LISTEN asks for. Servers look every second instead: everything works, but a little later and with more load.",
        "You do not need to do anything. For immediate signals, run the pooler in session mode, or connect to PostgreSQL directly.",
        Severity.Warning,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        TooManyConnections, LoginRefused, NotAdmitted, RightMissing, CertificateRefused, TlsMissing, Missing, Encoding, TooOld, NotPostgres, ReadOnly, FileUnusable, FileDamaged, FileLocked, NetworkFileSystem, SignalsLost,
    ];
}
