using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server;

/// <summary>Explains why a server does not start.</summary>
internal static class StartFailure
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>Returns the problem behind an exception; null if it is unknown.</summary>
    public static Problem? Describe(Exception failure, ServerOptions options)
    {
        var addresses = string.Join(' ', options.Urls);
        return failure switch
        {
            IOException { InnerException: AddressInUseException } => HostingProblems.AddressInUse.At(addresses, "Another program already listens there."),
            SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } e => HostingProblems.AddressRefused.At(addresses, Sentence(e.Message)),
            InvalidOperationException { Source: Kestrel } when options.Urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) =>
                HostingProblems.ListenAddress.At(addresses, "An address is https, but there is no usable certificate."),
            FormatException or InvalidOperationException { Source: Kestrel } => HostingProblems.ListenAddress.At(addresses, Sentence(failure.Message)),
            SqliteException when SqliteFaults.Describe(failure, Path.Combine(options.DataFolder, "slipway.db")) is { } state => state,
            SqliteException e => DatabaseProblems.FileUnusable.At(Path.Combine(options.DataFolder, "slipway.db"), Sentence(e.Message)),
            _ when options.Database is not null && PostgresFaults.Describe(failure, "--database") is { } state => state,
            UnauthorizedAccessException => HostingProblems.DataFolder.At(options.DataFolder, "The folder cannot be written to."),
            _ => null,
        };
    }

    private static string Sentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.') + ".";
}
