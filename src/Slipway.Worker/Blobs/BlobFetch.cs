namespace Slipway.Worker.Blobs;

/// <summary>Fetches blobs from the service.</summary>
/// <param name="missing">Their hashes (SHA-256, lower-case hexadecimal digits), each once.</param>
/// <param name="take">Receives hash and bytes of each blob that the service has. The stream has a known length and must be read before the next one.</param>
/// <param name="cancellation">Cancels the operation.</param>
public delegate Task BlobFetch(IReadOnlyList<string> missing, Func<string, Stream, Task> take, CancellationToken cancellation);
