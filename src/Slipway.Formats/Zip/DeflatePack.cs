using Microsoft.Win32.SafeHandles;

namespace Slipway.Formats.Zip;

/// <summary>
/// A deflate cache on disk: one file to which deflated contents are appended, and an index of fixed records that says where
/// they are. A record counts only when its check sum holds and its bytes are there and have theirs, so a torn end, a lost
/// write or a flipped bit is a content that is not found, never a wrong one. Processes take turns in writing by a lock file;
/// who does not get the turn forgets what it wanted to write.
/// </summary>
public sealed class DeflatePack : IDeflateCache, IDisposable
{
    /// <summary>Contents above this are not remembered.</summary>
    private const int MaxContent = 16 << 20;

    private const long FlushAt = 16L << 20;

    private readonly string _folder;
    private readonly long _maxSize;
    private readonly bool _isReadOnly;
    private readonly SafeFileHandle? _data;
    private readonly long _dataLength;
    private readonly Dictionary<(ContentHash Hash, int Level), DeflatePackRecord> _found;
    private readonly Dictionary<(ContentHash Hash, int Level), DeflatedContent> _added = [];
    private readonly Lock _turn = new();
    private long _addedBytes;

    /// <summary>Opens the cache in a folder, which is made when it is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="maxSize">Above this many bytes the cache starts anew.</param>
    /// <param name="isReadOnly">Whether what is added is forgotten.</param>
    public DeflatePack(string folder, long maxSize = 2L << 30, bool isReadOnly = false)
    {
        _isReadOnly = isReadOnly;
        _folder = folder;
        _maxSize = maxSize;
        _found = [];
        try
        {
            Directory.CreateDirectory(folder);
            _found = DeflatePackIndex.Read(DeflatePackIndex.IndexPath(folder));
            var path = DeflatePackIndex.DataPath(folder);
            if (_found.Count == 0 || !File.Exists(path))
                return;
            _data = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            _dataLength = RandomAccess.GetLength(_data);
        }
        catch (Exception fault) when (IsOfDisk(fault))
        {
            // A cache that cannot be read or made costs time, nothing else.
            _found = [];
        }
    }

    /// <inheritdoc/>
    public bool IsUseful => true;

    /// <summary>The files of the cache in a folder, whether they are there or not.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) => [DeflatePackIndex.DataPath(folder), DeflatePackIndex.IndexPath(folder)];

    /// <inheritdoc/>
    public bool TryGet(ContentHash hash, int level, out DeflatedContent content)
    {
        content = default;
        if (_found.TryGetValue((hash, level), out var record) && TryRead(record, out content))
            return true;
        lock (_turn)
            return _added.TryGetValue((hash, level), out content);
    }

    /// <summary>Is there a result for a content? It may turn out to be damaged when it is read.</summary>
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

    /// <summary>Writes what was added, unless another process is writing.</summary>
    public void Dispose()
    {
        lock (_turn)
            WriteAdded();
        _data?.Dispose();
    }

    private bool TryRead(DeflatePackRecord record, out DeflatedContent content)
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
        if (_added.Count > 0 && !_isReadOnly && DeflatePackLock.TryTake(_folder) is { } held)
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
            DeflatePackIndex.Append(_folder, _maxSize, _added);
        }
        catch (Exception fault) when (IsOfDisk(fault))
        {
            // What is half written does not count; see above.
        }
    }

    private static bool IsOfDisk(Exception fault) => fault is IOException or UnauthorizedAccessException;
}
