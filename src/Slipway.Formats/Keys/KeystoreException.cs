namespace Slipway.Formats.Keys;

/// <summary>A keystore cannot be used. The message never contains a password.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
/// <param name="alias">The entry at fault.</param>
/// <param name="inner">The underlying exception.</param>
public sealed class KeystoreException(KeystoreFault fault, string reason, string? alias = null, Exception? inner = null)
    : MalformedInputException("keystore", reason, entry: alias, inner: inner)
{
    /// <summary>The reason as a code.</summary>
    public KeystoreFault Fault { get; } = fault;

    /// <summary>The recognised kind of a file in an unknown format.</summary>
    public UnsupportedKeystore Foreign { get; init; }
}
