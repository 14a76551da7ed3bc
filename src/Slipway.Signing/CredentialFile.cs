namespace Slipway.Signing;

/// <summary>A file with a credential, on the disk or in memory. Credentials that the service receives stay in memory.</summary>
public sealed class CredentialFile
{
    private readonly ReadOnlyMemory<byte>? _bytes;

    private CredentialFile(string name, ReadOnlyMemory<byte>? bytes)
    {
        Name = name;
        _bytes = bytes;
    }

    /// <summary>Its name in problems: its path, or a given name.</summary>
    public string Name { get; }

    /// <summary>A file on the disk.</summary>
    public static CredentialFile At(string path) => new(path, null);

    /// <summary>Received content, which is never written to the disk.</summary>
    public static CredentialFile InMemory(string name, ReadOnlyMemory<byte> bytes) => new(name, bytes);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Reads the content; returns null when it is longer than the limit, without reading the rest.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not readable for this user, or is a folder.</exception>
    /// <exception cref="ArgumentException">The path is not valid.</exception>
    internal ReadOnlyMemory<byte>? Read(int limit)
    {
        if (_bytes is not null)
            return _bytes.Value.Length <= limit ? _bytes : null;
        using var stream = new FileStream(Name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        // A pipe has no length, so only reading finds its end.
        var buffer = new byte[stream.CanSeek ? (int)Math.Min(stream.Length, limit) + 1 : limit + 1];
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (count > limit)
            return null;
        return buffer.AsMemory(0, count);
    }
}
