namespace Slipway.Formats;

/// <summary>
/// Bytes do not follow the format that they claim. The only exception that a reader of this assembly throws for bad input (or one derived from it that names the fault).
/// </summary>
/// <param name="format">The format that was read, for example <c>DEX</c> or <c>zip</c>.</param>
/// <param name="reason">What is wrong, in one sentence without a full stop.</param>
/// <param name="offset">Byte offset into the input where it was noticed; -1 when it has no single place.</param>
/// <param name="entry">The part of the input that is at fault (archive entry, class, method); null for the whole.</param>
/// <param name="inner">The exception of the library underneath, when there was one.</param>
public class MalformedInputException(string format, string reason, long offset = -1, string? entry = null, Exception? inner = null)
    : Exception($"{format}: {reason}{(entry is null ? "" : $" in '{entry}'")}{(offset < 0 ? "" : $" at offset {offset}")}", inner)
{
    /// <summary>The format that was read.</summary>
    public string Format { get; } = format;

    /// <summary>What is wrong.</summary>
    public string Reason { get; } = reason;

    /// <summary>Byte offset into the input; -1 when it has no single place.</summary>
    public long Offset { get; } = offset;

    /// <summary>The part of the input that is at fault; null for the whole.</summary>
    public string? Entry { get; } = entry;
}
