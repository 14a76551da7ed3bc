namespace Slipway.Formats.Zip;

/// <summary>The items do not fit into an archive that devices install.</summary>
/// <param name="limit">The limit that is exceeded.</param>
/// <param name="message">The reason in words.</param>
public sealed class ZipLimitException(ZipLimit limit, string message) : Exception(message)
{
    /// <summary>The limit that is exceeded.</summary>
    public ZipLimit Limit { get; } = limit;
}
