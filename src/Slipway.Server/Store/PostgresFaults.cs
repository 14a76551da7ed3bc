using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using Npgsql;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>
/// Maps failures of PostgreSQL, or of the connection to it, to problems. It compares codes and routines, because PostgreSQL's
/// messages are localised.
/// </summary>
internal static partial class PostgresFaults
{
    /// <summary>Returns the problem behind an exception; null if the database did not cause it.</summary>
    public static Problem? Describe(Exception failure, string where) => Innermost(failure) switch
    {
        PostgresException e => Describe(e, where),
        AuthenticationException e => DatabaseProblems.CertificateRefused.At(where, Sentence(e.Message)),
        NpgsqlException e when e.Message.Contains("No SSL enabled", StringComparison.Ordinal) => DatabaseProblems.TlsMissing.At(where, "The server refused to encrypt the connection."),
        NpgsqlException e when e.Message.Contains("unknown response", StringComparison.Ordinal) || e.Message.Contains("unexpected backend message", StringComparison.Ordinal) || e.Message.Contains("Unknown message", StringComparison.Ordinal) =>
            DatabaseProblems.NotPostgres.At(where, "The answer does not come from PostgreSQL."),
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
        PostgresErrorCodes.DiskFull => ServiceProblems.StorageFull.At(where, "The disk of the database is full."),
        _ when PostgresDatabase.IsPassing(e) => ServiceProblems.DatabaseUnavailable.At(where, Sentence(e.MessageText)),
        _ => null,
    };

    private static Problem Unreachable(Exception failure, string where)
    {
        // Npgsql's message contains the address after these words, once for each host.
        var places = Flatten(failure).Where(e => e is NpgsqlException).Select(e => FailedPlace.Match(e.Message)).Where(match => match.Success).Select(match => match.Groups["place"].Value).Distinct(StringComparer.Ordinal).ToList();
        var place = places.Count > 0 ? $"{string.Join(", ", places)}: " : "";
        return Innermost(failure) switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => ServiceProblems.DatabaseUnavailable.At(
                where, $"{place}The name of the host cannot be resolved.", "Check the host in the address. If it is right, the network's name servers do not answer: try again in some seconds."),
            SocketException when places is [['/', ..]] => ServiceProblems.DatabaseUnavailable.At(
                where, $"{place}There is no socket, or no server listens on it.", "Check the folder of the socket and the port in the address. If they are right, PostgreSQL is not running: try again when it is."),
            var e => ServiceProblems.DatabaseUnavailable.At(where, place + Sentence(e.Message)),
        };
    }

    // If there are several hosts, one may have answered. Its message says more than the failure to reach another host.
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
