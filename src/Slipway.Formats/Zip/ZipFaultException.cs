namespace Slipway.Formats.Zip;

/// <summary>An archive is refused.</summary>
/// <param name="fault">Why.</param>
/// <param name="reason">The same in words.</param>
/// <param name="offset">Where in the archive; -1 when nowhere in particular.</param>
/// <param name="entry">The entry at fault.</param>
/// <param name="inner">What lay underneath.</param>
public sealed class ZipFaultException(ZipFault fault, string reason, long offset = -1, string? entry = null, Exception? inner = null)
    : MalformedInputException("zip", reason, offset, entry, inner)
{
    /// <summary>Why the archive is refused.</summary>
    public ZipFault Fault { get; } = fault;
}
