namespace Slipway.Formats.Ipa;

/// <summary>A package cannot be signed again.</summary>
/// <param name="fault">Why, for programs.</param>
/// <param name="reason">Why, for people: a clause without a full stop.</param>
/// <param name="entry">Which part of the package, where it is one.</param>
/// <param name="inner">What lay underneath.</param>
public sealed class IpaException(IpaFault fault, string reason, string? entry = null, Exception? inner = null)
    : MalformedInputException("IPA", reason, entry: entry, inner: inner)
{
    /// <summary>Why, for programs.</summary>
    public IpaFault Fault { get; } = fault;
}
