using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs.Pieces;

/// <summary>Which part of a content a piece is.</summary>
/// <param name="First">Offset of its first byte.</param>
/// <param name="Length">Its length.</param>
/// <param name="Total">Length of the whole content.</param>
internal sealed record PieceRange(long First, long Length, long Total)
{
    /// <summary>What the header Content-Range says; null when the request has none.</summary>
    /// <exception cref="ProblemException">The header is of another form, or the content would be too large.</exception>
    public static PieceRange? Of(HttpRequest request, long largest)
    {
        if (request.Headers.ContentRange.Count == 0)
            return null;
        if (request.GetTypedHeaders().ContentRange is not { Unit.Value: "bytes", From: { } first, To: { } last, Length: { } total } || last < first || last >= total)
            throw new ProblemException(ServerProblems.Malformed.At("Content-Range", "The header is not of the form 'bytes FIRST-LAST/TOTAL'."));
        if (total > largest)
            throw new ProblemException(ServerProblems.BodyTooLarge.At("Content-Range", $"The content is larger than {largest} bytes."));
        return new PieceRange(first, last - first + 1, total);
    }
}
