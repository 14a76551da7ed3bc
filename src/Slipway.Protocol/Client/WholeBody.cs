namespace Slipway.Protocol.Client;

/// <summary>Reads the body of a response into memory, up to a maximum size.</summary>
internal static class WholeBody
{
    private const int FirstBuffer = 16 << 10;

    /// <summary>Returns the bytes; null if there are too many.</summary>
    /// <param name="body">The decompressed body: its size in the network says nothing about its length.</param>
    /// <param name="most">Maximum number of bytes.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, int most, CancellationToken cancellation)
    {
        var bytes = new byte[Math.Min(FirstBuffer, most + 1)];
        var length = 0;
        for (int count; (count = await body.ReadAsync(bytes.AsMemory(length), cancellation)) > 0;)
        {
            length += count;
            if (length > most)
                return null;
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(2L * length, most + 1L));
        }

        return bytes.AsMemory(0, length);
    }
}
