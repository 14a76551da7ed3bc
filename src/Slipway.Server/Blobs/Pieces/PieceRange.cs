using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs.Pieces;

/// <summary>The range of a blob that a piece covers.</summary>
/// <param name="First">Offset of its first byte.</param>
/// <param name="Length">Its length.</param>
/// <param name="Total">Length of the whole blob.</param>
internal sealed record PieceRange(long First, long Length, long Total)
{
    /// <summary>Reads the header Content-Range; returns null if the request has none.</summary>
    /// <exception cref="ProblemException">The header is malformed, or the blob would be too large.</exception>
    public static PieceRange? Of(HttpRequest request, long largest)
    {
        if (request.Headers.ContentRange.Count == 0)
            return null;
        if (request.GetTypedHeaders().ContentRange is not { Unit.Value: "bytes", From: { } first, To: { } last, Length: { } total } || last < first || last >= total)
            throw new ProblemException(ServiceProblems.Malformed.At("Content-Range", "The header is not of the form 'bytes FIRST-LAST/TOTAL'."));
        if (total > largest)
            throw new ProblemException(ServiceProblems.BodyTooLarge.At("Content-Range", $"The content is larger than {largest} bytes."));
        return new PieceRange(first, last - first + 1, total);
    }
}
