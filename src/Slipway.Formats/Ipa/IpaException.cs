namespace Slipway.Formats.Ipa;

/// <summary>A package for iOS cannot be signed.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
/// <param name="entry">The part of the package at fault; null for the whole package.</param>
/// <param name="inner">The underlying exception.</param>
public sealed class IpaException(IpaFault fault, string reason, string? entry = null, Exception? inner = null)
    : MalformedInputException("IPA", reason, entry: entry, inner: inner)
{
    /// <summary>The reason as a code.</summary>
    public IpaFault Fault { get; } = fault;
}
