namespace Slipway.Server.Blobs;

/// <summary>Where contents are: a folder, or a store that speaks S3. An object is there whole or not at all.</summary>
internal interface IBlobStore
{
    /// <summary>Stores what a stream gives until its end. When the stream fails, nothing is stored.</summary>
    /// <param name="location">A name of <see cref="BlobLocation"/>, used once.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The length in bytes.</returns>
    /// <exception cref="Protocol.Problems.ProblemException">There is no space, or the store does not answer.</exception>
    Task<long> PutAsync(string location, Stream content, CancellationToken cancellation);

    /// <summary>A part of an object; null when there is no such object.</summary>
    /// <param name="location">Its name.</param>
    /// <param name="offset">Where to begin.</param>
    /// <param name="length">How much; the object has that much there.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<Stream?> OpenAsync(string location, long offset, long length, CancellationToken cancellation);

    /// <summary>Removes an object; nothing happens when it is not there.</summary>
    Task DeleteAsync(string location, CancellationToken cancellation);

    /// <summary>The objects whose names begin so and that were stored longer ago than an age, in no order.</summary>
    IAsyncEnumerable<StoredObject> ListAsync(string prefix, TimeSpan age, CancellationToken cancellation);

    /// <summary>Removes what uploads that broke off longer ago than an age have left; gives the number of them.</summary>
    Task<int> SweepAsync(TimeSpan age, CancellationToken cancellation);
}
