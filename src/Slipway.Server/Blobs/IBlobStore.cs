namespace Slipway.Server.Blobs;

/// <summary>A store of objects: a folder or an S3 bucket. An object is visible only once it is complete.</summary>
internal interface IBlobStore
{
    /// <summary>Stores a stream up to its end. If the stream fails, nothing is stored.</summary>
    /// <param name="location">A name of <see cref="BlobLocation"/>, used once.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The length in bytes.</returns>
    /// <exception cref="Protocol.Problems.ProblemException">There is no space, or the store does not answer.</exception>
    Task<long> PutAsync(string location, Stream content, CancellationToken cancellation);

    /// <summary>Opens a part of an object; returns null if there is no such object.</summary>
    /// <param name="location">Its name.</param>
    /// <param name="offset">Where to begin.</param>
    /// <param name="length">How many bytes; the object must have that many from the offset on.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<Stream?> OpenAsync(string location, long offset, long length, CancellationToken cancellation);

    /// <summary>Removes an object; does nothing if it does not exist.</summary>
    Task DeleteAsync(string location, CancellationToken cancellation);

    /// <summary>Returns the objects with a prefix that are older than an age, in no particular order.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(string prefix, TimeSpan age, CancellationToken cancellation);

    /// <summary>Removes the remains of interrupted uploads that are older than an age; returns their number.</summary>
    Task<int> SweepAsync(TimeSpan age, CancellationToken cancellation);
}

/// <summary>An object of a store.</summary>
/// <param name="Location">Its name.</param>
/// <param name="Size">Its length in bytes.</param>
internal sealed record StoredBlob(string Location, long Size);
