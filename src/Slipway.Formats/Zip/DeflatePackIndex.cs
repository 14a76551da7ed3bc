namespace Slipway.Formats.Zip;

/// <summary>Reads and extends the two files of a <see cref="DeflatePack"/>.</summary>
internal static class DeflatePackIndex
{
    /// <summary>Part of the file names, which changes with the layout and with the underlying deflater.</summary>
    private const string Version = "1";

    public static string IndexPath(string folder) => Path.Combine(folder, $"deflate-{Version}.index");

    public static string DataPath(string folder) => Path.Combine(folder, $"deflate-{Version}.pack");

    /// <summary>Reads all valid records; a later record for the same content replaces an earlier one.</summary>
    public static Dictionary<(ContentHash Hash, int Level), DeflatePackRecord> Read(string path)
    {
        var records = new Dictionary<(ContentHash, int), DeflatePackRecord>();
        if (!File.Exists(path))
            return records;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[RandomAccess.GetLength(file) / DeflatePackRecord.Size * DeflatePackRecord.Size];
        var length = new ByteSource(file).Read(0, bytes);
        records.EnsureCapacity(length / DeflatePackRecord.Size);
        for (var at = 0; at + DeflatePackRecord.Size <= length; at += DeflatePackRecord.Size)
        {
            if (DeflatePackRecord.Read(bytes.AsSpan(at, DeflatePackRecord.Size)) is { } record)
                records[(record.Hash, record.Level)] = record;
        }

        return records;
    }

    /// <summary>Appends contents, data first. The caller holds the lock.</summary>
    public static void Append(string folder, long maxSize, IReadOnlyDictionary<(ContentHash Hash, int Level), DeflatedContent> contents)
    {
        using var data = File.OpenHandle(DataPath(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        using var index = File.OpenHandle(IndexPath(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var end = RandomAccess.GetLength(data);
        var indexEnd = RandomAccess.GetLength(index) / DeflatePackRecord.Size * DeflatePackRecord.Size;
        if (end > maxSize)
        {
            RandomAccess.SetLength(index, 0);
            RandomAccess.SetLength(data, 0);
            (end, indexEnd) = (0, 0);
        }

        var records = new byte[contents.Count * DeflatePackRecord.Size];
        var pieces = new List<ReadOnlyMemory<byte>>();
        var offset = end;
        var at = 0;
        foreach (var ((hash, level), content) in contents)
        {
            new DeflatePackRecord(hash, level, offset, content.Bytes.Length, Crc32.Of(content.Bytes.Span), content.Length, content.Crc)
                .Write(records.AsSpan(at, DeflatePackRecord.Size));
            at += DeflatePackRecord.Size;
            offset += content.Bytes.Length;
            if (!content.IsStored)
                pieces.Add(content.Bytes);
        }

        RandomAccess.Write(data, pieces, end);
        RandomAccess.Write(index, records, indexEnd);
    }
}
