namespace Slipway.Gateway.Requests;

/// <summary>Tells where the body of a message ends, RFC 9112 section 6: what comes after it is never passed on.</summary>
internal sealed class BodyFraming
{
    private readonly ChunkedFraming? chunks;
    private long remaining;

    private BodyFraming(long length, ChunkedFraming? chunked) => (remaining, chunks) = (length, chunked);

    /// <summary>Is all of it there?</summary>
    public bool IsComplete => chunks?.IsComplete ?? remaining == 0;

    /// <summary>Is it broken? No more of it is passed on.</summary>
    public bool IsInvalid => chunks?.IsInvalid ?? false;

    /// <summary>A body of a length that is known.</summary>
    public static BodyFraming OfLength(long length) => new(length, null);

    /// <summary>A body in chunks.</summary>
    public static BodyFraming Chunked() => new(0, new ChunkedFraming());

    /// <summary>A body that the end of the connection ends.</summary>
    public static BodyFraming UntilClose() => new(long.MaxValue, null);

    /// <summary>How many of the bytes belong to the body.</summary>
    public int Take(ReadOnlySpan<byte> data)
    {
        if (chunks is not null)
            return chunks.Take(data);
        var count = (int)Math.Min(data.Length, remaining);
        if (remaining != long.MaxValue)
            remaining -= count;
        return count;
    }
}
