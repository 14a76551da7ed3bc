namespace Slipway.Protocol.Text;

/// <summary>Small files of which the first line counts: tokens and passwords.</summary>
public static class FirstLineFile
{
    private const int MostBytes = 64 * 1024;

    /// <summary>The first line without its end and without a byte order mark; null when it is no text in UTF-8 or UTF-16, or too long.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read, or is a folder.</exception>
    public static string? FirstLine(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return FirstLine(stream);
        }
        catch (ArgumentException e)
        {
            throw new IOException("The path is none.", e);
        }
    }

    /// <summary>The first line of a stream. No more is waited for: somebody may be typing.</summary>
    /// <param name="stream">A file, or standard input.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string? FirstLine(Stream stream)
    {
        var buffer = new byte[MostBytes];
        var length = 0;
        while (length < MostBytes && !buffer.AsSpan(0, length).Contains((byte)'\n') && stream.Read(buffer.AsSpan(length)) is var count and > 0)
            length += count;
        // The second byte of a line end in UTF-16.
        if (length % 2 != 0 && buffer is [0xFF, 0xFE, ..] && length < MostBytes)
            length += stream.Read(buffer.AsSpan(length, 1));
        var line = GivenText.Decode(CutAfterLine(buffer.AsSpan(0, length)));
        return line?.Split('\r', '\n')[0] is { } first && (first.Length < line.Length || length < MostBytes) ? first : null;
    }

    // What follows the first line may be anything, also in another encoding.
    private static ReadOnlySpan<byte> CutAfterLine(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return bytes[..^(bytes.Length % 2)];
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? bytes : bytes[..(end + 1)];
    }
}
