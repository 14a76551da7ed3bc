namespace Slipway.Worker.Blobs;

/// <summary>Fetches contents from the service.</summary>
/// <param name="missing">Their hashes (SHA-256, lower-case hexadecimal digits), each once.</param>
/// <param name="take">Takes each content that there is: its hash and its bytes, of a length that is known, which are read before the next.</param>
/// <param name="cancellation">Stops it.</param>
public delegate Task BlobFetch(IReadOnlyList<string> missing, Func<string, Stream, Task> take, CancellationToken cancellation);
