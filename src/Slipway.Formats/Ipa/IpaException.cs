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

/// <summary>Reasons why a package for iOS cannot be signed.</summary>
public enum IpaFault
{
    /// <summary>There is no app in the folder Payload.</summary>
    NoApp,

    /// <summary>There are several apps.</summary>
    SeveralApps,

    /// <summary>An app for the watch, an app clip or another app is nested in it.</summary>
    NestedApp,

    /// <summary>An Info.plist is missing, malformed or without the bundle's identifier.</summary>
    Info,

    /// <summary>The executable that Info.plist names is missing.</summary>
    NoExecutable,

    /// <summary>An executable or library is not a valid Mach-O file, or has no room for a signature.</summary>
    Code,

    /// <summary>An executable or library has no code for 64-bit ARM.</summary>
    NoSlice,

    /// <summary>The code is for the simulator.</summary>
    Simulator,

    /// <summary>A store has encrypted the code.</summary>
    Encrypted,

    /// <summary>There is no profile for an extension.</summary>
    ExtensionProfile,

    /// <summary>The new bundle id has characters that are not allowed.</summary>
    Identifier,

    /// <summary>A framework has the layout of macOS.</summary>
    Versioned,

    /// <summary>The name of a file cannot be written into a seal.</summary>
    Name,
}
