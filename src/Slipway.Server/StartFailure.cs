using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>Why a server does not start, in words.</summary>
internal static class StartFailure
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const int SqliteCannotOpen = 14;
    private const int SqliteReadOnly = 8;

    /// <summary>The problem behind an exception; null when it has none yet.</summary>
    public static Problem? Describe(Exception failure, ServerOptions options)
    {
        var addresses = string.Join(' ', options.Urls);
        return failure switch
        {
            IOException { InnerException: AddressInUseException } => HostingProblems.AddressInUse.At(addresses, "Another program listens there."),
            SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } e => HostingProblems.AddressRefused.At(addresses, Sentence(e.Message)),
            InvalidOperationException { Source: Kestrel } when options.Urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) =>
                HostingProblems.ListenAddress.At(addresses, "An address is https, but there is no certificate that can be used."),
            FormatException or InvalidOperationException { Source: Kestrel } => HostingProblems.ListenAddress.At(addresses, Sentence(failure.Message)),
            SqliteException { SqliteErrorCode: SqliteCannotOpen or SqliteReadOnly } => HostingProblems.DataFolder.At(options.DataFolder, "The database in the folder cannot be opened for writing."),
            SqliteException e => HostingProblems.DataFolder.At(Path.Combine(options.DataFolder, "slipway.db"), Sentence(e.Message), "Restore the file from a backup, or move it away to begin anew."),
            PostgresException { SqlState: "28P01" or "28000" or "3D000" } e => ServerProblems.DatabaseAddress.At("--database", Sentence(e.MessageText)),
            NpgsqlException e => ServerProblems.DatabaseUnavailable.At("--database", Sentence((e.InnerException ?? e).Message)),
            UnauthorizedAccessException => HostingProblems.DataFolder.At(options.DataFolder, "The folder cannot be written to."),
            _ => null,
        };
    }

    private static string Sentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.') + ".";
}
