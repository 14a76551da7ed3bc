using System.IO.Compression;

namespace Slipway.Formats.Zip;

/// <summary>Deflates contents in memory (RFC 1951, by the platform's zlib).</summary>
internal static class Deflater
{
    /// <summary>An empty last block with fixed codes, which ends a stream of blocks that are not marked as the last.</summary>
    public static ReadOnlySpan<byte> LastBlock => [0x03, 0x00];

    /// <summary>Deflates a content; the result is empty, which means stored, when it is not smaller.</summary>
    public static DeflatedContent Whole(byte[] content, int level)
    {
        if (NoiseDetector.Is(content))
            return new DeflatedContent(default, Crc32.Of(content), content.Length);
        var deflated = content.Length > PackSettings.BlockSize ? Joined(content, level) : Run(content, level, isLast: true);
        return new DeflatedContent(Smaller(deflated, content.Length), Crc32.Of(content), content.Length);
    }

    /// <summary>Deflates a block independently of others, so that blocks can be deflated in parallel and joined.</summary>
    public static DeflatedContent Block(ReadOnlySpan<byte> content, int level) =>
        new(Run(content, level, isLast: false), Crc32.Of(content), content.Length);

    /// <summary>Returns whether a file shrinks by more than a sixty-fourth; less is not worth the time for inflating on every device.</summary>
    public static bool Helps(long deflated, long size) => deflated < size - (size >> 6);

    private static ReadOnlyMemory<byte> Joined(byte[] content, int level)
    {
        var blocks = new ReadOnlyMemory<byte>[(content.Length + PackSettings.BlockSize - 1) / PackSettings.BlockSize];
        Parallel.For(0, blocks.Length, i =>
        {
            var start = i * PackSettings.BlockSize;
            var length = Math.Min(PackSettings.BlockSize, content.Length - start);
            blocks[i] = Run(content.AsSpan(start, length), level, isLast: i == blocks.Length - 1);
        });
        var joined = new byte[blocks.Sum(b => b.Length)];
        var at = 0;
        foreach (var block in blocks)
        {
            block.CopyTo(joined.AsMemory(at));
            at += block.Length;
        }

        return joined;
    }

    private static ReadOnlyMemory<byte> Smaller(ReadOnlyMemory<byte> deflated, int size) =>
        Helps(deflated.Length, size) ? deflated : default;

    private static ReadOnlyMemory<byte> Run(ReadOnlySpan<byte> content, int level, bool isLast)
    {
        var target = new MemoryStream((content.Length / 2) + 64);
        using (var deflate = new DeflateStream(target, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
        {
            deflate.Write(content);
            if (!isLast)
            {
                deflate.Flush();
                return target.GetBuffer().AsMemory(0, (int)target.Length);
            }
        }

        return target.GetBuffer().AsMemory(0, (int)target.Length);
    }
}
