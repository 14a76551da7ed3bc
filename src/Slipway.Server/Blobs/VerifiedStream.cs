using System.Security.Cryptography;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;

namespace Slipway.Server.Blobs;

/// <summary>
/// Passes a stream through and fails at its end if the hash or the length differs from the announced one. A store reads it to the
/// end before it makes an object visible, and so never shows wrong bytes.
/// </summary>
/// <param name="inner">The content.</param>
/// <param name="limit">The maximum length in bytes.</param>
/// <param name="sha256">The hash that it must have; null for any.</param>
/// <param name="size">The length that it must have; null for any.</param>
internal sealed class VerifiedStream(Stream inner, long limit, string? sha256, long? size) : ReadOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _count;
    private bool _ended;

    /// <summary>Reads a stream whose bytes are not needed, so that wrong bytes are still refused.</summary>
    public async Task CheckAsync(CancellationToken cancellation) => await CopyToAsync(Null, cancellation);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        if (count > 0)
            Take(buffer.Span[..count]);
        else if (buffer.Length > 0 && !_ended)
            End();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _count += bytes.Length;
        if (_count > limit)
            throw new ProblemException(ServiceProblems.BodyTooLarge.At("body", $"The content is larger than {limit} bytes."));
        if (_count > size)
            throw new ProblemException(ServiceProblems.ContentMismatch.At(sha256 ?? "body", $"The content is longer than {size} bytes."));
        _hash.AppendData(bytes);
    }

    private void End()
    {
        _ended = true;
        if (size is { } expected && _count != expected)
            throw new ProblemException(ServiceProblems.ContentMismatch.At(sha256 ?? "body", $"The content has {_count} bytes, not {expected}."));
        if (sha256 is not null && Convert.ToHexStringLower(_hash.GetHashAndReset()) != sha256)
            throw new ProblemException(ServiceProblems.ContentMismatch.At(sha256, "The content has another hash."));
    }
}
