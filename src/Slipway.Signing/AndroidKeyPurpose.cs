using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>Tells a package that is signed with the key of the other type: one of the two was forgotten.</summary>
public static class AndroidKeyPurpose
{
    /// <summary>The name that Android's tools give the owner of every debug key.</summary>
    private const string DebugOwner = "Android Debug";

    /// <summary>A warning; null when key and package fit each other.</summary>
    /// <param name="key">The key that signs.</param>
    /// <param name="isDebuggable">The package is open to debuggers.</param>
    /// <param name="where">The package, or the option that decides.</param>
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
