using System.Globalization;
using System.Net;

namespace Slipway.Protocol.Client;

/// <summary>Uploads large blobs in pieces, several at once; pieces that the service already has are skipped.</summary>
/// <param name="connection">Connection to the service.</param>
/// <param name="retries">Retries calls after failures that pass.</param>
public sealed class BlobUploads(ServiceConnection connection, RetryPolicy retries)
{
    /// <summary>Size of a piece in bytes; smaller blobs are uploaded whole.</summary>
    public const long PieceSize = 8 << 20;

    private const int AtOnce = 4;

    /// <summary>Uploads a blob.</summary>
    /// <param name="source">The blob.</param>
    /// <param name="pieceSize">Size of a piece in bytes.</param>
    /// <param name="moved">Receives the number of bytes that were sent or skipped.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="Problems.ProblemException">The service refuses the upload or is unreachable.</exception>
    public async Task UploadAsync(UploadSource source, long pieceSize, Action<long> moved, CancellationToken cancellation)
    {
        if (await retries.RunAsync(connection, () => LookAsync(source, cancellation), cancellation) is not { } received)
        {
            moved(source.Size);
            return;
        }

        var pieces = Pieces(source.Size, pieceSize).ToLookup(piece => received.Exists(r => r.First <= piece.Offset && r.Last >= piece.Offset + piece.Length - 1));
        moved(pieces[true].Sum(piece => piece.Length));
        await Parallel.ForEachAsync(
            pieces[false],
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (piece, stop) => await retries.RunAsync(connection, () => SendAsync(source, piece.Offset, piece.Length, moved, stop), stop));
    }

    private static IEnumerable<(long Offset, long Length)> Pieces(long size, long pieceSize)
    {
        for (long offset = 0; offset < size; offset += pieceSize)
            yield return (offset, Math.Min(pieceSize, size - offset));
    }

    private async Task<bool> SendAsync(UploadSource source, long offset, long length, Action<long> moved, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, "/api/v1/blobs/" + source.Sha256) { Content = new PieceContent(source, offset, length) };
        ((MeasuredContent)message.Content).Moved += moved;
        using var answer = await connection.SendAsync(message, cancellation);
        return true;
    }

    // Null if the service has the whole blob.
    private async Task<List<(long First, long Last)>?> LookAsync(UploadSource source, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Head, "/api/v1/blobs/" + source.Sha256);
        using var answer = await connection.SendAsync(message, cancellation);
        if (answer.StatusCode != HttpStatusCode.NotFound)
            return null;
        var ranges = answer.Headers.TryGetValues("X-Received", out var values) ? string.Join(',', values) : "";
        return [.. ranges.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Range).OfType<(long, long)>()];
    }

    private static (long First, long Last)? Range(string text) =>
        text.Split('-') is [var first, var last]
        && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? (from, to)
            : null;
}
