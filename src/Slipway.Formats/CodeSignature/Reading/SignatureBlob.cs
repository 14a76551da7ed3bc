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
