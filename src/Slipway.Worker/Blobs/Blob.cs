namespace Slipway.Worker.Blobs;

/// <summary>A blob on this worker's disk.</summary>
/// <param name="Path">Path of its file.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha1">SHA-1, in lower-case hexadecimal digits.</param>
internal sealed record Blob(string Path, long Size, string Sha1)
{
    /// <summary>Sequence number of its last use.</summary>
    public long Used { get; set; }

    /// <summary>Number of builds that need it.</summary>
    public int Pins { get; set; }
}

/// <summary>Fetches blobs from the service.</summary>
/// <param name="missing">Their hashes (SHA-256, lower-case hexadecimal digits), each once.</param>
/// <param name="take">Receives hash and bytes of each blob that the service has. The stream has a known length and must be read before the next one.</param>
/// <param name="cancellation">Cancels the operation.</param>
public delegate Task BlobFetch(IReadOnlyList<string> missing, Func<string, Stream, Task> take, CancellationToken cancellation);
