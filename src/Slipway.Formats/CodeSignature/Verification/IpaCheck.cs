namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>The checks of a package for iOS; the names are stable.</summary>
public enum IpaCheck
{
    /// <summary>The archive is well-formed.</summary>
    Zip,

    /// <summary>The files that a bundle needs exist and are consistent.</summary>
    Structure,

    /// <summary>The executable is a program of one architecture with a signature at its end.</summary>
    MachO,

    /// <summary>No page of the code was changed after signing.</summary>
    Pages,

    /// <summary>Info.plist was not changed after signing.</summary>
    InfoPlistSlot,

    /// <summary>The requirements were not changed after signing, and are met.</summary>
    RequirementsSlot,

    /// <summary>CodeResources was not changed after signing.</summary>
    ResourcesSlot,

    /// <summary>The XML entitlements were not changed after signing.</summary>
    EntitlementsSlot,

    /// <summary>The DER entitlements exist in the current layout and were not changed after signing.</summary>
    DerEntitlementsSlot,

    /// <summary>XML and DER entitlements are equal.</summary>
    EntitlementsMatch,

    /// <summary>The fields of the code directory match the executable.</summary>
    CodeDirectory,

    /// <summary>The CMS signature over the code directory is valid.</summary>
    Cms,

    /// <summary>Both attributes with hashes of code directories match the code directories.</summary>
    CmsCdHashes,

    /// <summary>The certificates lead to a root.</summary>
    Chain,

    /// <summary>Every sealed file exists.</summary>
    ResourcesMissing,

    /// <summary>Every file is sealed.</summary>
    ResourcesExtra,

    /// <summary>No sealed file was changed.</summary>
    ResourcesChanged,

    /// <summary>The profile exists and its own signature is valid.</summary>
    ProfileIntact,

    /// <summary>The profile has not expired.</summary>
    ProfileExpired,

    /// <summary>Profile, code directory and entitlements name the same team.</summary>
    ProfileTeam,

    /// <summary>The profile lists the certificate of the signer.</summary>
    ProfileCertificate,

    /// <summary>The profile covers the id of the app.</summary>
    ProfileAppId,

    /// <summary>The profile allows every entitlement.</summary>
    ProfileEntitlements,

    /// <summary>Profile and signature agree on whether debuggers may attach.</summary>
    ProfileKind,

    /// <summary>The certificate of the signer is valid at the given time.</summary>
    CertificateExpired,
}
