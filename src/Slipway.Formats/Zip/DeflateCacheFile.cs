using Microsoft.Win32.SafeHandles;

namespace Slipway.Formats.Zip;

/// <summary>
/// A deflate cache on disk: a file to which deflated contents are appended, and an index of fixed-size records with their positions.
/// A record is valid only when its checksum and that of its bytes are right, so after a torn end, a lost write or a flipped bit a
/// content is not found; a wrong one is never returned. A lock file lets one process write at a time; a process that does not get the
/// lock discards its additions.
/// </summary>
public sealed class DeflateCacheFile : IDeflateCache, IDisposable
{
    /// <summary>Contents above this size are not cached.</summary>
    private const int MaxContent = 16 << 20;

    private const long FlushAt = 16L << 20;

    private readonly string _folder;
    private readonly long _maxSize;
    private readonly bool _isReadOnly;
    private readonly SafeFileHandle? _data;
    private readonly long _dataLength;
    private readonly Dictionary<(ContentHash Hash, int Level), DeflateCacheRecord> _found;
    private readonly Dictionary<(ContentHash Hash, int Level), DeflatedContent> _added = [];
    private readonly Lock _turn = new();
    private long _addedBytes;

    /// <summary>Opens the cache in a folder; creates the folder when it does not exist.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="maxSize">Size in bytes above which the cache starts empty again.</param>
    /// <param name="isReadOnly">Whether additions are discarded.</param>
    public DeflateCacheFile(string folder, long maxSize = 2L << 30, bool isReadOnly = false)
    {
        _isReadOnly = isReadOnly;
        _folder = folder;
        _maxSize = maxSize;
        _found = [];
        try
        {
            Directory.CreateDirectory(folder);
            _found = DeflateCacheIndex.Read(DeflateCacheIndex.IndexPath(folder));
            var path = DeflateCacheIndex.DataPath(folder);
            if (_found.Count == 0 || !File.Exists(path))
                return;
            _data = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            _dataLength = RandomAccess.GetLength(_data);
        }
        catch (Exception fault) when (IsOfDisk(fault))
        {
            // Without a readable cache, packing only takes longer.
            _found = [];
        }
    }

    /// <inheritdoc/>
    public bool IsUseful => true;

    /// <summary>Returns the paths of the cache's files in a folder, whether they exist or not.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) => [DeflateCacheIndex.DataPath(folder), DeflateCacheIndex.IndexPath(folder)];

    /// <inheritdoc/>
    public bool TryGet(ContentHash hash, int level, out DeflatedContent content)
    {
        content = default;
        if (_found.TryGetValue((hash, level), out var record) && TryRead(record, out content))
            return true;
        lock (_turn)
            return _added.TryGetValue((hash, level), out content);
    }

    /// <summary>Returns whether there is a result for a content; reading it can still find it damaged.</summary>
    public bool Contains(ContentHash hash, int level)
    {
        lock (_turn)
            return _found.ContainsKey((hash, level)) || _added.ContainsKey((hash, level));
    }

    /// <inheritdoc/>
    public void Put(ContentHash hash, int level, DeflatedContent content)
    {
        if (content.Bytes.Length > MaxContent)
            return;
        lock (_turn)
        {
            if (!_added.TryAdd((hash, level), content with { Bytes = content.Bytes.ToArray() }))
                return;
            _addedBytes += content.Bytes.Length;
            if (_addedBytes >= FlushAt)
                WriteAdded();
        }
    }

    /// <summary>Writes the additions, unless another process is writing.</summary>
    public void Dispose()
    {
        lock (_turn)
            WriteAdded();
        _data?.Dispose();
    }

    private bool TryRead(DeflateCacheRecord record, out DeflatedContent content)
    {
        content = new DeflatedContent(default, record.Crc, record.Length);
        if (record.PackedLength == 0)
            return true;
        if (_data is null || record.Offset > _dataLength - record.PackedLength)
            return false;
        var bytes = GC.AllocateUninitializedArray<byte>(record.PackedLength);
        if (new ByteSource(_data).Read(record.Offset, bytes) != bytes.Length || Crc32.Of(bytes) != record.PackedCrc)
            return false;
        content = content with { Bytes = bytes };
        return true;
    }

    private void WriteAdded()
    {
        if (_added.Count > 0 && !_isReadOnly && DeflateCacheLock.TryTake(_folder) is { } held)
        {
            using (held)
                Append();
        }

        _added.Clear();
        _addedBytes = 0;
    }

    private void Append()
    {
        try
        {
            DeflateCacheIndex.Append(_folder, _maxSize, _added);
        }
        catch (Exception fault) when (IsOfDisk(fault))
        {
            // Incomplete records are invalid; see the class.
        }
    }

    private static bool IsOfDisk(Exception fault) => fault is IOException or UnauthorizedAccessException;
}

/// <summary>The lock for writing to a <see cref="DeflateCacheFile"/>, which one process holds at a time.</summary>
internal static class DeflateCacheLock
{
    /// <summary>Acquires the lock; returns null when another process holds it or the folder is not writable.</summary>
    public static IDisposable? TryTake(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "deflate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
