using System.Security.Cryptography;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Blobs;

/// <summary>
/// Stores blobs on this worker's disk, each named by its hashes, which are checked on arrival. If the store is full, the blobs whose
/// last use is longest ago are removed. Files of builds are hard links to blobs, which builds can only read. Each organisation has
/// blobs of its own: a shared store would reveal, by what must be fetched, what another organisation has built here.
/// </summary>
public sealed class BlobCache
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const int Sha256Digits = 64;
    private const int Sha1Digits = 40;
    private const string FolderFormat = "N";

    private readonly string _folder;
    private readonly long _capacity;
    private readonly Dictionary<(Guid Organisation, string Sha256), Blob> _blobs = [];
    private long _size;
    private long _turn;

    /// <summary>Opens the store in a folder, which is created if it is missing.</summary>
    /// <param name="folder">The folder; no other process writes to it.</param>
    /// <param name="capacity">Maximum size of all blobs in bytes.</param>
    public BlobCache(string folder, long capacity = 8L << 30)
    {
        _folder = FileModes.OwnFolder(folder);
        _capacity = capacity;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.LastWriteTimeUtc))
            Find(file);
    }

    /// <summary>Size of all blobs in bytes.</summary>
    public long Size
    {
        get
        {
            lock (_blobs)
                return _size;
        }
    }

    /// <summary>Returns whether the store has a blob.</summary>
    public bool Contains(Guid organisation, string sha256)
    {
        lock (_blobs)
            return _blobs.ContainsKey((organisation, sha256));
    }

    /// <summary>Pins blobs until <see cref="Unpin"/>, and returns the hashes of those that are missing.</summary>
    internal IReadOnlyList<string> Pin(Guid organisation, IReadOnlyCollection<string> hashes)
    {
        lock (_blobs)
        {
            var missing = new List<string>();
            foreach (var hash in hashes)
            {
                if (_blobs.TryGetValue((organisation, hash), out var blob))
                    (blob.Pins, blob.Used) = (blob.Pins + 1, ++_turn);
                else
                    missing.Add(hash);
            }

            return missing;
        }
    }

    /// <summary>Unpins blobs, and removes old ones if the store is full.</summary>
    internal void Unpin(Guid organisation, IReadOnlyCollection<string> hashes)
    {
        lock (_blobs)
        {
            foreach (var hash in hashes)
            {
                if (_blobs.TryGetValue((organisation, hash), out var blob) && blob.Pins > 0)
                    blob.Pins--;
            }

            if (_size > _capacity)
                MakeRoom();
        }
    }

    /// <summary>Adds a blob, pinned once.</summary>
    /// <exception cref="InvalidDataException">The bytes do not have the hash.</exception>
    internal async Task AddAsync(Guid organisation, string sha256, Stream content, CancellationToken cancellation)
    {
        var temporary = Path.Combine(_folder, $"{Path.GetRandomFileName()}.part");
        try
        {
            var (size, actual, sha1) = await CopyAsync(content, temporary, cancellation);
            if (actual != sha256)
                throw new InvalidDataException($"The content of {sha256} has the hash {actual}.");
            var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, organisation.ToString(FolderFormat), sha256[..2])).FullName, $"{sha256}-{sha1}");
            lock (_blobs)
            {
                File.Move(temporary, path, overwrite: true);
                if (!_blobs.TryGetValue((organisation, sha256), out var blob))
                {
                    _blobs.Add((organisation, sha256), blob = new Blob(path, size, sha1));
                    _size += size;
                }

                (blob.Pins, blob.Used) = (blob.Pins + 1, ++_turn);
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Returns a pinned blob.</summary>
    internal Blob Get(Guid organisation, string sha256)
    {
        lock (_blobs)
            return _blobs[(organisation, sha256)];
    }

    private static async Task<(long Size, string Sha256, string Sha1)> CopyAsync(Stream content, string path, CancellationToken cancellation)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, UnixCreateMode = ReadOnly };
        await using var file = new FileStream(path, options);
        var buffer = new byte[1 << 16];
        var size = 0L;
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            sha256.AppendData(buffer, 0, count);
            sha1.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            size += count;
        }

        return (size, Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(sha1.GetHashAndReset()));
    }

    // Files that an earlier process left unfinished have other names.
    private void Find(FileInfo file)
    {
        if (file.Name is not { Length: Sha256Digits + 1 + Sha1Digits } name || name[Sha256Digits] != '-' || !Guid.TryParseExact(file.Directory!.Parent!.Name, FolderFormat, out var organisation))
        {
            file.Delete();
            return;
        }

        if (_blobs.TryAdd((organisation, name[..Sha256Digits]), new Blob(file.FullName, file.Length, name[(Sha256Digits + 1)..]) { Used = ++_turn }))
            _size += file.Length;
    }

    private void MakeRoom()
    {
        foreach (var (key, blob) in _blobs.Where(b => b.Value.Pins == 0).OrderBy(b => b.Value.Used).ToList())
        {
            if (_size <= _capacity)
                return;
            File.Delete(blob.Path);
            _blobs.Remove(key);
            _size -= blob.Size;
        }
    }
}
