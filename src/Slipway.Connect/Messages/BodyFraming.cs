namespace Slipway.Connect.Messages;

/// <summary>Finds the end of a message's body (RFC 9112 section 6). Data after it is never passed on.</summary>
internal sealed class BodyFraming
{
    private readonly ChunkedFraming? _chunks;
    private long _remaining;

    private BodyFraming(long length, ChunkedFraming? chunked) => (_remaining, _chunks) = (length, chunked);

    /// <summary>Whether the body is complete.</summary>
    public bool IsComplete => _chunks?.IsComplete ?? _remaining == 0;

    /// <summary>Whether the body is invalid. Nothing more of an invalid body is passed on.</summary>
    public bool IsInvalid => _chunks?.IsInvalid ?? false;

    /// <summary>A body with a Content-Length.</summary>
    public static BodyFraming OfLength(long length) => new(length, null);

    /// <summary>A chunked body.</summary>
    public static BodyFraming Chunked() => new(0, new ChunkedFraming());

    /// <summary>A body that ends with the connection.</summary>
    public static BodyFraming UntilClose() => new(long.MaxValue, null);

    /// <summary>Returns how many of the bytes belong to the body.</summary>
    public int Take(ReadOnlySpan<byte> data)
    {
        if (_chunks is not null)
            return _chunks.Take(data);
        var count = (int)Math.Min(data.Length, _remaining);
        if (_remaining != long.MaxValue)
            _remaining -= count;
        return count;
    }
}
