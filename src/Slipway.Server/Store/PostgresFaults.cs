using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using Npgsql;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>Tells the states of a PostgreSQL apart by what it, or the way to it, says. Words of PostgreSQL are in its own language; codes and routines are not.</summary>
internal static partial class PostgresFaults
{
    /// <summary>The problem behind an exception; null when it is none of the database's.</summary>
    public static Problem? Describe(Exception failure, string where) => Innermost(failure) switch
    {
        PostgresException e => Describe(e, where),
        AuthenticationException e => DatabaseProblems.CertificateRefused.At(where, Sentence(e.Message)),
        NpgsqlException e when e.Message.Contains("No SSL enabled", StringComparison.Ordinal) => DatabaseProblems.TlsMissing.At(where, "The server refused to encrypt the connection."),
        NpgsqlException e when e.Message.Contains("unknown response", StringComparison.Ordinal) || e.Message.Contains("unexpected backend message", StringComparison.Ordinal) || e.Message.Contains("Unknown message", StringComparison.Ordinal) =>
            DatabaseProblems.NotPostgres.At(where, "The answer is none of PostgreSQL's."),
        NpgsqlException e when e.Message.StartsWith("No password", StringComparison.Ordinal) => DatabaseProblems.LoginRefused.At(where, "The server asks for a password, and there is none."),
        NpgsqlException e when e.Message.Contains("suitable host", StringComparison.Ordinal) => DatabaseProblems.ReadOnly.At(where, "None of the hosts in the address can be written to."),
        NpgsqlException or SocketException or TimeoutException or IOException when Holds<NpgsqlException>(failure) || failure is SocketException => Unreachable(failure, where),
        _ => null,
    };

    private static Problem? Describe(PostgresException e, string where) => e.SqlState switch
    {
        PostgresErrorCodes.TooManyConnections => DatabaseProblems.TooManyConnections.At(where, Sentence(e.MessageText)),
        PostgresErrorCodes.InvalidPassword => DatabaseProblems.LoginRefused.At(where, Sentence(e.MessageText)),
        PostgresErrorCodes.InvalidAuthorizationSpecification when e.Routine == "ClientAuthentication" => DatabaseProblems.NotAdmitted.At(where, Sentence(e.MessageText)),
        PostgresErrorCodes.InvalidAuthorizationSpecification => DatabaseProblems.LoginRefused.At(where, Sentence(e.MessageText)),
        PostgresErrorCodes.InvalidCatalogName => DatabaseProblems.Missing.At(where, Sentence(e.MessageText)),
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName => DatabaseProblems.RightMissing.At(where, Sentence(e.MessageText)),
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseProblems.ReadOnly.At(where, Sentence(e.MessageText)),
        PostgresErrorCodes.DiskFull => ServerProblems.StorageFull.At(where, "The disk of the database is full."),
        _ when PostgresDatabase.IsPassing(e) => ServerProblems.DatabaseUnavailable.At(where, Sentence(e.MessageText)),
        _ => null,
    };

    private static Problem Unreachable(Exception failure, string where)
    {
        // Npgsql says so with the address behind it, once for each host.
        var places = Flatten(failure).Where(e => e is NpgsqlException).Select(e => FailedPlace.Match(e.Message)).Where(match => match.Success).Select(match => match.Groups["place"].Value).Distinct(StringComparer.Ordinal).ToList();
        var place = places.Count > 0 ? $"{string.Join(", ", places)}: " : "";
        return Innermost(failure) switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => ServerProblems.DatabaseUnavailable.At(
                where, $"{place}The name of the host leads nowhere.", "Check the host in the address. If it is right, the network's name servers do not answer: try again in some seconds."),
            SocketException when places is [['/', ..]] => ServerProblems.DatabaseUnavailable.At(
                where, $"{place}There is no socket, or nobody listens there.", "Check the folder of the socket and the port in the address. If they are right, PostgreSQL is not running: try again when it is."),
            var e => ServerProblems.DatabaseUnavailable.At(where, place + Sentence(e.Message)),
        };
    }

    // Of several hosts one may have answered; what PostgreSQL says tells more than that another does not answer.
    private static Exception Innermost(Exception failure)
    {
        var all = Flatten(failure).ToList();
        return all.Find(e => e is PostgresException) ?? all.Find(e => e is AuthenticationException) ?? all[^1];
    }

    private static bool Holds<T>(Exception failure) => Flatten(failure).Any(e => e is T);

    private static IEnumerable<Exception> Flatten(Exception failure) => failure switch
    {
        AggregateException many => many.InnerExceptions.SelectMany(Flatten).Prepend(failure),
        { InnerException: { } inner } => Flatten(inner).Prepend(failure),
        _ => [failure],
    };

    private static string Sentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.') + ".";

    [GeneratedRegex("^Failed to connect to (?<place>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex FailedPlace { get; }
}
