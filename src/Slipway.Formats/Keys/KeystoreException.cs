namespace Slipway.Formats.Keys;

/// <summary>A keystore cannot be used. The message never contains a password.</summary>
/// <param name="fault">Why.</param>
/// <param name="reason">The same in words.</param>
/// <param name="alias">The entry at fault.</param>
/// <param name="inner">What lay underneath.</param>
public sealed class KeystoreException(KeystoreFault fault, string reason, string? alias = null, Exception? inner = null)
    : MalformedInputException("keystore", reason, entry: alias, inner: inner)
{
    /// <summary>Why the keystore cannot be used.</summary>
    public KeystoreFault Fault { get; } = fault;

    /// <summary>What an unknown format is instead.</summary>
    public ForeignKeystore Foreign { get; init; }
}
