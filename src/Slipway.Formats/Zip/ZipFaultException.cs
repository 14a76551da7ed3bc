namespace Slipway.Formats.Zip;

/// <summary>An archive is refused.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
/// <param name="offset">Offset in the archive; -1 when there is no single position.</param>
/// <param name="entry">The entry at fault; null for the whole archive.</param>
/// <param name="inner">The underlying exception.</param>
public sealed class ZipFaultException(ZipFault fault, string reason, long offset = -1, string? entry = null, Exception? inner = null)
    : MalformedInputException("zip", reason, offset, entry, inner)
{
    /// <summary>The reason as a code.</summary>
    public ZipFault Fault { get; } = fault;
}
