namespace Slipway.Protocol.Files;

/// <summary>
/// Writes a file under a temporary name beside it and renames it when it is complete. Readers see the old file or the new one, never a part,
/// and a failure leaves nothing behind. A link of that name is replaced; what it points to stays as it was.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private const int BufferSize = 1 << 16;
    private const int RandomCharacters = 8;

    private readonly string _path;
    private bool _isCommitted;

    /// <summary>
    /// Chooses the temporary name, for callers that write the file in their own way. <see cref="Write(string, ReadOnlyMemory{byte}, AtomicFileOptions?)"/>
    /// writes content that is in memory.
    /// </summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">The path is not that of a file.</exception>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(_path) ?? throw new IOException($"'{path}' is not the path of a file.");
        // The process id would not be unique: containers that share a folder have the same ids.
        TemporaryPath = Path.Combine(folder, $".{Path.GetFileName(_path)}.{Path.GetRandomFileName()[..RandomCharacters]}.part");
    }

    /// <summary>The temporary file; it does not exist yet.</summary>
    public string TemporaryPath { get; }

    /// <summary>Replaces a file with content that is in memory.</summary>
    /// <exception cref="IOException">The file cannot be written, or is there already and must not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content, AtomicFileOptions? options = null) => Write(path, stream => stream.Write(content.Span), options);

    /// <summary>Replaces a file.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="options">Options; by default the file gets the mode of any new file and replaces an old one.</param>
    /// <exception cref="IOException">The file cannot be written, or is there already and must not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write, AtomicFileOptions? options = null)
    {
        var chosen = options ?? AtomicFileOptions.Default;
        using var file = new AtomicFile(path);
        using (var stream = new FileStream(file.TemporaryPath, Opening(chosen.Mode)))
        {
            write(stream);
            stream.Flush(chosen.IsDurable);
        }

        file.Commit(chosen.Overwrite);
    }

    /// <summary>
    /// Replaces a file of a cache and creates its folder. If the cache cannot be written or the disk is full, the only cost is time on a later run.
    /// </summary>
    /// <returns>Whether the file was written.</returns>
    public static bool TryWrite(string path, Action<Stream> write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            Write(path, write);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Renames the file, which must be complete and closed.</summary>
    /// <param name="overwrite">Whether to replace an existing file.</param>
    /// <exception cref="IOException">The file cannot be renamed, or there is one already that must not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be renamed.</exception>
    public void Commit(bool overwrite = true)
    {
        File.Move(TemporaryPath, _path, overwrite);
        _isCommitted = true;
    }

    /// <summary>Deletes the temporary file unless it was renamed.</summary>
    public void Dispose()
    {
        if (_isCommitted)
            return;
        try
        {
            File.Delete(TemporaryPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Throw the failure that led here, not this one.
        }
    }

    private static FileStreamOptions Opening(UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = BufferSize };
        if (mode is not null)
            options.UnixCreateMode = mode;
        return options;
    }
}
