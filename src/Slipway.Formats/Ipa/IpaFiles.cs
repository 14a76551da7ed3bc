using System.Security.Cryptography;
using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Ipa;

/// <summary>The files of a package during signing: the original entries and their replacements.</summary>
internal sealed class IpaFiles(ZipReader zip, CancellationToken cancellation)
{
    private const long LargestFile = 1 << 30;
    private const int BufferSize = 1 << 16;

    private readonly OrderedDictionary<string, byte[]?> _files = new(
        zip.Entries.Where(e => !e.IsFolder).Select(e => KeyValuePair.Create<string, byte[]?>(e.Name, null)), StringComparer.Ordinal);

    private readonly Dictionary<string, SealedFile> _hashes = new(StringComparer.Ordinal);

    /// <summary>Names in the order of the package; new files come last.</summary>
    public IReadOnlyList<string> Names => _files.Keys;

    public bool Has(string name) => _files.ContainsKey(name);

    /// <summary>Returns the new content of a file; null when it is unchanged.</summary>
    public byte[]? Replacement(string name) => _files[name];

    public byte[] Read(string name, long limit = LargestFile)
    {
        if (_files[name] is { } replaced)
            return replaced;
        var entry = zip.Find(name)!;
        return entry.Size <= limit
            ? zip.ReadEntry(entry)
            : throw new ZipFaultException(ZipFault.TooLarge, "the entry is too large to be signed", entry.DataOffset, name);
    }

    /// <summary>Returns whether a file may be code.</summary>
    public bool CanBeCode(string name)
    {
        Span<byte> head = stackalloc byte[CodeFile.HeadSize];
        using var content = _files[name] is { } replaced ? new MemoryStream(replaced) : zip.OpenEntry(zip.Find(name)!);
        return CodeFile.CanBe(head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
    }

    public void Replace(string name, byte[] content)
    {
        _files[name] = content;
        _hashes.Remove(name);
    }

    /// <summary>Removes files.</summary>
    public void Remove(Predicate<string> which)
    {
        foreach (var name in _files.Keys.Where(name => which(name)).ToList())
            _files.Remove(name);
    }

    /// <summary>Hashes a file, which also verifies that its data is intact.</summary>
    public SealedFile Hash(string name)
    {
        if (_hashes.TryGetValue(name, out var known))
            return known;
        cancellation.ThrowIfCancellationRequested();
        using var content = _files[name] is { } replaced ? new MemoryStream(replaced) : zip.OpenEntry(zip.Find(name)!);
        using var sha1 = Sha1Hash.Begin();
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            sha1.AppendData(buffer, 0, read);
            sha256.AppendData(buffer, 0, read);
        }

        return _hashes[name] = new SealedFile(name, sha1.GetHashAndReset(), sha256.GetHashAndReset());
    }
}
