namespace Slipway.Formats.Zip;

/// <summary>Signatures, sizes and limits of the records of a zip archive. Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.</summary>
internal static class ZipLayout
{
    public const uint LocalSignature = 0x04034b50;
    public const uint CentralSignature = 0x02014b50;
    public const uint EndSignature = 0x06054b50;
    public const uint Zip64EndSignature = 0x06064b50;
    public const uint Zip64LocatorSignature = 0x07064b50;
    public const uint DescriptorSignature = 0x08074b50;

    /// <summary>
    /// The signature that may precede the first entry of an archive that was to be split but fits into one file (APPNOTE.TXT 8.5.4).
    /// </summary>
    public const uint UnsplitMarker = 0x30304b50;

    public const int LocalSize = 30;
    public const int CentralSize = 46;
    public const int EndSize = 22;
    public const int Zip64EndSize = 56;
    public const int Zip64LocatorSize = 20;

    public const ushort EncryptedFlag = 0x0001;
    public const ushort DeflateFlags = 0x0006;
    public const ushort DescriptorFlag = 0x0008;
    public const ushort PatchFlag = 0x0020;
    public const ushort StrongEncryptionFlag = 0x0040;
    public const ushort Utf8Flag = 0x0800;
    public const ushort MaskedHeaderFlag = 0x2000;

    public const ushort Zip64Extra = 0x0001;
    public const ushort UnicodePathExtra = 0x7075;

    /// <summary>Extra field of Android's tools that pads the data of an entry to its alignment: the alignment, then zeros.</summary>
    public const ushort AlignmentExtra = 0xd935;
    public const int AlignmentExtraSize = 6;

    public const int MaxEntries = 0xfffe;
    public const long MaxOffset = 0xfffffffe;
}
