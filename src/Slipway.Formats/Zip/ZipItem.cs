namespace Slipway.Formats.Zip;

/// <summary>One file to be packed.</summary>
/// <param name="Name">Path inside the archive, with forward slashes.</param>
/// <param name="Open">Opens the content; called at most once, from any thread, and the stream is disposed.</param>
/// <param name="Length">Bytes of the content; a stream of another length is an error.</param>
/// <param name="Compress">Deflate it where that makes it smaller; otherwise it is stored.</param>
/// <param name="Alignment">What the data of a stored entry is aligned to: 1, 4 or 16384.</param>
/// <param name="Hash">Hash of the content where the caller knows it: an entry that the deflate cache has is then not even opened.</param>
public sealed record ZipItem(string Name, Func<Stream> Open, long Length, bool Compress, int Alignment, ContentHash? Hash)
{
    /// <summary>SHA-1 of the content where the caller knows it; it counts only together with <see cref="Hash"/>.</summary>
    public Sha1Hash? Sha1 { get; init; }

    /// <summary>The file is a program: its mode says so.</summary>
    public bool IsExecutable { get; init; }

    /// <summary>An item of bytes in memory, compressed and aligned as its name asks for.</summary>
    public static ZipItem FromBytes(string name, byte[] content, ContentHash? hash = null) =>
        new(name, () => new MemoryStream(content, writable: false), content.Length, !StoredByNature.Is(name), StoredByNature.Alignment(name), hash);

    /// <summary>An item of a file, compressed and aligned as its name asks for.</summary>
    public static ZipItem FromFile(string name, string path, long length, ContentHash? hash = null) =>
        new(name, () => File.OpenRead(path), length, !StoredByNature.Is(name), StoredByNature.Alignment(name), hash);
}
