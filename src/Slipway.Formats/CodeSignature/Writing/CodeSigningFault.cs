namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>Why a Mach-O file cannot be signed.</summary>
public enum CodeSigningFault
{
    /// <summary>The key is not RSA; Apple issues no others for code.</summary>
    UnsupportedKey,

    /// <summary>Its chain lacks the issuer's certificate.</summary>
    IncompleteChain,

    /// <summary>There is no room for another load command before the code.</summary>
    NoRoom,

    /// <summary>Its layout leaves no place at the end for a signature.</summary>
    UnsuitableLayout,

    /// <summary>Entitlements hold a kind of value that a signature cannot express.</summary>
    UnsupportedEntitlement,

    /// <summary>A store has encrypted it; what is signed would not be what runs.</summary>
    Encrypted,
}
