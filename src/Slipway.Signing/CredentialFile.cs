namespace Slipway.Signing;

/// <summary>A file that somebody gives to sign with: on the disk, or already in memory, where keys of others stay.</summary>
public sealed class CredentialFile
{
    private readonly ReadOnlyMemory<byte>? _bytes;

    private CredentialFile(string name, ReadOnlyMemory<byte>? bytes)
    {
        Name = name;
        _bytes = bytes;
    }

    /// <summary>What problems call it: its path, or the name that it was given.</summary>
    public string Name { get; }

    /// <summary>A file on the disk.</summary>
    public static CredentialFile At(string path) => new(path, null);

    /// <summary>Content that was received; it is never written to the disk.</summary>
    public static CredentialFile InMemory(string name, ReadOnlyMemory<byte> bytes) => new(name, bytes);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The content; null when it is longer than the limit, and then no more of it was read.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read, or is a folder.</exception>
    /// <exception cref="ArgumentException">The path is none.</exception>
    internal ReadOnlyMemory<byte>? Read(int limit)
    {
        if (_bytes is not null)
            return _bytes.Value.Length <= limit ? _bytes : null;
        using var stream = new FileStream(Name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        // A pipe tells no length, so that only reading shows where it ends.
        var buffer = new byte[stream.CanSeek ? (int)Math.Min(stream.Length, limit) + 1 : limit + 1];
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (count > limit)
            return null;
        return buffer.AsMemory(0, count);
    }
}
