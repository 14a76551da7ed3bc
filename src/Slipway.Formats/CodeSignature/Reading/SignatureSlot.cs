namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Slots of blobs in an embedded signature (apple-oss-distributions/xnu, osfmk/kern/cs_blobs.h).</summary>
public enum SignatureSlot : uint
{
    /// <summary>The primary code directory.</summary>
    CodeDirectory = 0,

    /// <summary>The set of requirements.</summary>
    Requirements = 2,

    /// <summary>Entitlements as an XML property list.</summary>
    Entitlements = 5,

    /// <summary>Entitlements in DER.</summary>
    DerEntitlements = 7,

    /// <summary>Launch constraint on the process itself.</summary>
    LaunchConstraintSelf = 8,

    /// <summary>Launch constraint on the parent process.</summary>
    LaunchConstraintParent = 9,

    /// <summary>Launch constraint on the responsible process.</summary>
    LaunchConstraintResponsible = 10,

    /// <summary>Constraint on libraries that may be loaded.</summary>
    LibraryConstraint = 11,

    /// <summary>First of five slots for alternate code directories.</summary>
    AlternateCodeDirectory = 0x1000,

    /// <summary>The CMS signature in its wrapper.</summary>
    Cms = 0x10000,
}
