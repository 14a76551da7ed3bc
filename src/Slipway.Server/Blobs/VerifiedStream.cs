using System.Security.Cryptography;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs;

/// <summary>
/// Passes a content through and fails at its end when it is not the one that was announced. A store that reads it to the end
/// before it makes an object visible therefore never shows a wrong one.
/// </summary>
/// <param name="inner">The content.</param>
/// <param name="sha256">The hash that it must have; null for any.</param>
/// <param name="limit">The most bytes that it may have.</param>
/// <param name="size">The length that it must have; null for any.</param>
internal sealed class VerifiedStream(Stream inner, string? sha256, long limit, long? size = null) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _count;
    private bool _ended;

    /// <summary>Bytes so far.</summary>
    public long Count => _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..count], buffer.Length);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes, int asked)
    {
        if (bytes.IsEmpty && asked > 0)
        {
            End();
            return;
        }

        _count += bytes.Length;
        if (_count > limit)
            throw new ProblemException(ServerProblems.BodyTooLarge.At("body", $"The content is larger than {limit} bytes."));
        _hash.AppendData(bytes);
    }

    private void End()
    {
        if (_ended)
            return;
        _ended = true;
        if (size is { } expected && _count != expected)
            throw new ProblemException(ServerProblems.ContentMismatch.At(sha256 ?? "body", $"The content has {_count} bytes, not {expected}."));
        if (sha256 is not null && Convert.ToHexStringLower(_hash.GetHashAndReset()) != sha256)
            throw new ProblemException(ServerProblems.ContentMismatch.At(sha256, "The content has another hash."));
    }
}
