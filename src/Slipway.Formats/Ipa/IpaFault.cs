namespace Slipway.Formats.Ipa;

/// <summary>Why a package cannot be signed again.</summary>
public enum IpaFault
{
    /// <summary>It holds no app in the folder Payload.</summary>
    NoApp,

    /// <summary>It holds several apps.</summary>
    SeveralApps,

    /// <summary>An app for the watch, an app clip or another app is nested in it.</summary>
    NestedApp,

    /// <summary>An Info.plist is missing, broken or lacks what names the bundle.</summary>
    Info,

    /// <summary>The executable that Info.plist names is missing.</summary>
    NoExecutable,

    /// <summary>An executable or library is no sound Mach-O file, or has no room for a signature.</summary>
    Code,

    /// <summary>An executable or library has no code for 64-bit ARM.</summary>
    NoSlice,

    /// <summary>The code is for the simulator.</summary>
    Simulator,

    /// <summary>A store has encrypted the code.</summary>
    Encrypted,

    /// <summary>There is no profile for an extension.</summary>
    ExtensionProfile,

    /// <summary>The new bundle id has characters that an id cannot have.</summary>
    Identifier,

    /// <summary>A framework has the layout of macOS.</summary>
    Versioned,

    /// <summary>The name of a file cannot stand in a seal.</summary>
    Name,
}
