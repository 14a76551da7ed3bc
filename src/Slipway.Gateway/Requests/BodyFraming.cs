namespace Slipway.Gateway.Requests;

/// <summary>Finds the end of a message's body (RFC 9112 section 6). Data after it is never passed on.</summary>
internal sealed class BodyFraming
{
    private readonly ChunkedFraming? chunks;
    private long remaining;

    private BodyFraming(long length, ChunkedFraming? chunked) => (remaining, chunks) = (length, chunked);

    /// <summary>Whether the body is complete.</summary>
    public bool IsComplete => chunks?.IsComplete ?? remaining == 0;

    /// <summary>Whether the body is invalid. Nothing more of an invalid body is passed on.</summary>
    public bool IsInvalid => chunks?.IsInvalid ?? false;

    /// <summary>A body with a Content-Length.</summary>
    public static BodyFraming OfLength(long length) => new(length, null);

    /// <summary>A chunked body.</summary>
    public static BodyFraming Chunked() => new(0, new ChunkedFraming());

    /// <summary>A body that ends with the connection.</summary>
    public static BodyFraming UntilClose() => new(long.MaxValue, null);

    /// <summary>Returns how many of the bytes belong to the body.</summary>
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
