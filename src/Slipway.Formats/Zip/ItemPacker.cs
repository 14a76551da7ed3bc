namespace Slipway.Formats.Zip;

/// <summary>Packs one item of moderate size in memory, using the cache where possible.</summary>
internal static class ItemPacker
{
    public static PackedItem Pack(ZipItem item, PackSettings settings)
    {
        if (!item.Compress || item.Length == 0)
        {
            var plain = Read(item);
            return Store(item, plain, item.Hash, settings) with { Sha1 = Sha1(item, plain, settings) };
        }

        var cache = settings.Cache;
        if (item.Hash is { } known && (item.Sha1 is not null || !settings.NeedsSha1) && cache.TryGet(known, settings.Level, out var found) && found.Length == item.Length)
            return (found.IsStored ? new PackedItem(ZipMethod.Store, Read(item), found.Crc, known) : Deflated(found, known)) with { Sha1 = item.Sha1 };

        var content = Read(item);
        return PackContent(item, content, settings) with { Sha1 = Sha1(item, content, settings) };
    }

    private static PackedItem PackContent(ZipItem item, byte[] content, PackSettings settings)
    {
        var cache = settings.Cache;
        if (!cache.IsUseful)
            return Pick(content, Deflater.Whole(content, settings.Level), item.Hash ?? Hash(content, settings));
        var hash = item.Hash ?? ContentHash.Of(content);
        if (cache.TryGet(hash, settings.Level, out var found) && found.Length == item.Length)
            return Pick(content, found, hash);
        // A content in the cache must have the hash of its key, because other builds use it.
        if (item.Hash is not null && ContentHash.Of(content) != hash)
            throw Changed(item);
        var deflated = Deflater.Whole(content, settings.Level);
        cache.Put(hash, settings.Level, deflated);
        return Pick(content, deflated, hash);
    }

    private static PackedItem Pick(byte[] content, DeflatedContent deflated, ContentHash? hash) =>
        deflated.IsStored ? new PackedItem(ZipMethod.Store, content, deflated.Crc, hash) : Deflated(deflated, hash);

    private static PackedItem Deflated(DeflatedContent content, ContentHash? hash) =>
        new(ZipMethod.Deflate, content.Bytes, content.Crc, hash);

    private static PackedItem Store(ZipItem item, byte[] content, ContentHash? hash, PackSettings settings) =>
        new(ZipMethod.Store, content, Crc32.Of(content), hash ?? (item.Hash is null ? Hash(content, settings) : null));

    private static ContentHash? Hash(byte[] content, PackSettings settings) =>
        settings.NeedsHashes ? ContentHash.Of(content) : null;

    private static Sha1Hash? Sha1(ZipItem item, byte[] content, PackSettings settings) =>
        item is { Hash: not null, Sha1: { } known } ? known : settings.NeedsSha1 ? Sha1Hash.Of(content) : null;

    private static byte[] Read(ZipItem item)
    {
        var content = GC.AllocateUninitializedArray<byte>((int)item.Length);
        using var stream = item.Open();
        if (stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) != content.Length || stream.ReadByte() >= 0)
            throw LengthChanged(item);
        return content;
    }

    private static IOException Changed(ZipItem item) =>
        new($"'{item.Name}' does not have the expected content: the file changed while it was read");

    public static IOException LengthChanged(ZipItem item) =>
        new($"'{item.Name}' does not have the expected {item.Length} bytes: the file changed while it was read");
}

/// <summary>A packed item, ready for writing.</summary>
/// <param name="Method">The compression method.</param>
/// <param name="Data">The packed bytes.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="Hash">Hash of the content, if known or requested.</param>
internal sealed record PackedItem(ZipMethod Method, ReadOnlyMemory<byte> Data, uint Crc, ContentHash? Hash)
{
    /// <summary>SHA-1 of the content, if known or requested.</summary>
    public Sha1Hash? Sha1 { get; init; }
}
