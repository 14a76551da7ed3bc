namespace Slipway.Formats.Zip;

/// <summary>A file to be packed.</summary>
/// <param name="Name">Path inside the archive, with forward slashes.</param>
/// <param name="Open">Opens the content; called at most once, from any thread, and the stream is disposed.</param>
/// <param name="Length">Bytes of the content; a stream with another length is an error.</param>
/// <param name="Compress">True to deflate the content when that makes it smaller; otherwise it is stored.</param>
/// <param name="Alignment">Alignment of the data when the entry is stored: 1, 4 or 16384.</param>
/// <param name="Hash">Hash of the content, if the caller knows it: an item in the deflate cache is not opened then.</param>
public sealed record ZipItem(string Name, Func<Stream> Open, long Length, bool Compress, int Alignment, ContentHash? Hash)
{
    /// <summary>SHA-1 of the content, if the caller knows it; used only together with <see cref="Hash"/>.</summary>
    public Sha1Hash? Sha1 { get; init; }

    /// <summary>True for a program, which gets an executable mode.</summary>
    public bool IsExecutable { get; init; }

    /// <summary>Creates an item from bytes in memory; its name determines compression and alignment.</summary>
    public static ZipItem FromBytes(string name, byte[] content, ContentHash? hash = null) =>
        new(name, () => new MemoryStream(content, writable: false), content.Length, !UncompressedFileTypes.Is(name), UncompressedFileTypes.Alignment(name), hash);

    /// <summary>Creates an item from a file; its name determines compression and alignment.</summary>
    public static ZipItem FromFile(string name, string path, long length, ContentHash? hash = null) =>
        new(name, () => File.OpenRead(path), length, !UncompressedFileTypes.Is(name), UncompressedFileTypes.Alignment(name), hash);
}
