namespace Slipway.Formats.Zip;

/// <summary>What is to be packed does not fit into an archive that devices install.</summary>
/// <param name="limit">The limit that is passed.</param>
/// <param name="message">The same in words.</param>
public sealed class ZipLimitException(ZipLimit limit, string message) : Exception(message)
{
    /// <summary>The limit that is passed.</summary>
    public ZipLimit Limit { get; } = limit;
}
