namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>What is checked of a package for iOS; the names are stable.</summary>
public enum Check
{
    /// <summary>The archive is sound.</summary>
    Zip,

    /// <summary>The files that make a bundle are there and fit each other.</summary>
    Structure,

    /// <summary>The executable is a program of one architecture with a signature at its end.</summary>
    MachO,

    /// <summary>Every page of the code is the one that was signed.</summary>
    Pages,

    /// <summary>Info.plist is the one that was signed.</summary>
    InfoPlistSlot,

    /// <summary>The requirements are those that were signed, and hold.</summary>
    RequirementsSlot,

    /// <summary>CodeResources is the one that was signed.</summary>
    ResourcesSlot,

    /// <summary>The XML entitlements are those that were signed.</summary>
    EntitlementsSlot,

    /// <summary>The DER entitlements are there in their present layout, and are those that were signed.</summary>
    DerEntitlementsSlot,

    /// <summary>Both entitlements say the same.</summary>
    EntitlementsMatch,

    /// <summary>The fields of the code directory fit the executable.</summary>
    CodeDirectory,

    /// <summary>The CMS signature holds over the code directory.</summary>
    Cms,

    /// <summary>Both attributes with hashes of code directories name those that are there.</summary>
    CmsCdHashes,

    /// <summary>The certificates lead to a root.</summary>
    Chain,

    /// <summary>Every sealed file is there.</summary>
    ResourcesMissing,

    /// <summary>No file is there that is not sealed.</summary>
    ResourcesExtra,

    /// <summary>Every sealed file is the one that was sealed.</summary>
    ResourcesChanged,

    /// <summary>The profile is there and its own signature holds.</summary>
    ProfileIntact,

    /// <summary>The profile has not expired.</summary>
    ProfileExpired,

    /// <summary>Profile, code directory and entitlements name the same team.</summary>
    ProfileTeam,

    /// <summary>The profile lists the certificate of the signer.</summary>
    ProfileCertificate,

    /// <summary>The profile is for this app.</summary>
    ProfileAppId,

    /// <summary>The profile allows every entitlement.</summary>
    ProfileEntitlements,

    /// <summary>Profile and signature agree on debuggers.</summary>
    ProfileKind,

    /// <summary>The certificate of the signer is valid now.</summary>
    CertificateExpired,
}
