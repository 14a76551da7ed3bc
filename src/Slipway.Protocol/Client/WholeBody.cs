namespace Slipway.Protocol.Client;

/// <summary>Reads the body of an answer into memory, as long as it is no longer than it may be.</summary>
internal static class WholeBody
{
    private const int FirstBuffer = 16 << 10;

    /// <summary>The bytes; null when there are too many.</summary>
    /// <param name="body">The body, unpacked: what came over the network says nothing of its length.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="cancellation">Gives up.</param>
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
