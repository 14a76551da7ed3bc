using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>Detects a debuggable package with a release key, and a release with a debug key: either the type or the key is wrong.</summary>
public static class DebugKeyMismatch
{
    /// <summary>The subject of the debug keys that Android's tools create.</summary>
    private const string DebugOwner = "Android Debug";

    /// <summary>Returns a warning; null when key and package match.</summary>
    /// <param name="key">The key that signs.</param>
    /// <param name="isDebuggable">True when the package is debuggable.</param>
    /// <param name="where">The package or the option to which the warning refers.</param>
    public static Problem? FindMismatch(SigningKey key, bool isDebuggable, string where)
    {
        var isDebugKey = key.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) == DebugOwner;
        return (isDebuggable, isDebugKey) switch
        {
            (true, false) => SigningProblems.ReleaseKeyOnDebug.At(where, "The package is debuggable, and it is signed with a key that is not the debug key."),
            (false, true) => SigningProblems.DebugKeyOnRelease.At(where, "The package is a release, and it is signed with a debug key."),
            _ => null,
        };
    }
}
