namespace Slipway.Formats;

/// <summary>
/// The input violates its format. Readers of this assembly throw only this exception for bad input, or one derived from it that names
/// the fault.
/// </summary>
/// <param name="format">The format that was read, for example <c>DEX</c> or <c>zip</c>.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
/// <param name="offset">Byte offset in the input at which the fault was detected; -1 when there is no single position.</param>
/// <param name="entry">The part of the input that is at fault (archive entry, class, method); null for the whole.</param>
/// <param name="inner">The exception of the underlying library, if any.</param>
public class MalformedInputException(string format, string reason, long offset = -1, string? entry = null, Exception? inner = null)
    : Exception($"{format}: {reason}{(entry is null ? "" : $" in '{entry}'")}{(offset < 0 ? "" : $" at offset {offset}")}", inner)
{
    /// <summary>The format that was read.</summary>
    public string Format { get; } = format;

    /// <summary>The reason in words.</summary>
    public string Reason { get; } = reason;

    /// <summary>Byte offset in the input; -1 when there is no single position.</summary>
    public long Offset { get; } = offset;

    /// <summary>The part of the input that is at fault; null for the whole.</summary>
    public string? Entry { get; } = entry;
}
