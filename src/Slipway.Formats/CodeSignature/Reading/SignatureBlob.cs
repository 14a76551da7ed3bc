namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>A part of an embedded signature.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Magic">Its first word, which identifies its kind.</param>
/// <param name="Bytes">All bytes including the header of eight bytes; special slots hash exactly these.</param>
public sealed record SignatureBlob(SignatureSlot Slot, uint Magic, ReadOnlyMemory<byte> Bytes)
{
    internal const int HeaderSize = 8;

    /// <summary>The bytes after the header.</summary>
    public ReadOnlyMemory<byte> Payload => Bytes[HeaderSize..];

    /// <summary>True for the primary code directory and its alternates.</summary>
    public bool IsCodeDirectory => Slot == SignatureSlot.CodeDirectory || (Slot >= SignatureSlot.AlternateCodeDirectory && (uint)Slot < (uint)SignatureSlot.AlternateCodeDirectory + 5);

    /// <summary>The name of the blob, for messages.</summary>
    public string Name => Slot switch
    {
        SignatureSlot.CodeDirectory => "code directory",
        SignatureSlot.Requirements => "requirements",
        SignatureSlot.Entitlements => "entitlements",
        SignatureSlot.DerEntitlements => "DER entitlements",
        SignatureSlot.LaunchConstraintSelf => "launch constraint on itself",
        SignatureSlot.LaunchConstraintParent => "launch constraint on the parent",
        SignatureSlot.LaunchConstraintResponsible => "launch constraint on the responsible process",
        SignatureSlot.LibraryConstraint => "constraint on libraries",
        SignatureSlot.Cms => "CMS signature",
        _ when IsCodeDirectory => "alternate code directory",
        _ => $"blob in slot 0x{(uint)Slot:x}",
    };
}

/// <summary>First words of blobs (apple-oss-distributions/xnu, osfmk/kern/cs_blobs.h).</summary>
internal static class SignatureMagic
{
    public const uint Requirement = 0xfade0c00;
    public const uint RequirementSet = 0xfade0c01;
    public const uint CodeDirectory = 0xfade0c02;
    public const uint EmbeddedSignature = 0xfade0cc0;
    public const uint Wrapper = 0xfade0b01;
    public const uint Entitlements = 0xfade7171;
    public const uint DerEntitlements = 0xfade7172;
    public const uint LaunchConstraint = 0xfade8181;
}

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
