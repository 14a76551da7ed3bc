namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>
/// The signature inside of a Mach-O file: a super blob of big-endian blobs (apple-oss-distributions/xnu, osfmk/kern/cs_blobs.h). The
/// reader is strict: parts lie inside the super blob and do not overlap; each slot, and each hash type of code directories, occurs
/// once.
/// </summary>
public sealed record EmbeddedSignature
{
    private const int MostBlobs = 32;

    /// <summary>The parts in their order.</summary>
    public required IReadOnlyList<SignatureBlob> Blobs { get; init; }

    /// <summary>The code directories: the primary one, then alternates with other hash types.</summary>
    public required IReadOnlyList<CodeDirectory> CodeDirectories { get; init; }

    /// <summary>Requirements; null when there is no such part.</summary>
    public required IReadOnlyList<Requirement>? Requirements { get; init; }

    /// <summary>The CMS signature without its wrapper; empty for an ad-hoc signature.</summary>
    public required ReadOnlyMemory<byte> Cms { get; init; }

    /// <summary>XML entitlements without their header; null when there are none.</summary>
    public ReadOnlyMemory<byte>? Entitlements => Find(SignatureSlot.Entitlements)?.Payload;

    /// <summary>DER entitlements without their header; null when there are none. <see cref="EntitlementDer"/> reads them.</summary>
    public ReadOnlyMemory<byte>? DerEntitlements => Find(SignatureSlot.DerEntitlements)?.Payload;

    /// <summary>Returns the part in a slot, or null.</summary>
    public SignatureBlob? Find(SignatureSlot slot) => Blobs.FirstOrDefault(b => b.Slot == slot);

    /// <summary>Reads a signature.</summary>
    /// <param name="superblob">The data of LC_CODE_SIGNATURE; may be padded at its end.</param>
    /// <exception cref="MalformedInputException">The signature is malformed.</exception>
    public static EmbeddedSignature Read(ReadOnlyMemory<byte> superblob)
    {
        var blobs = SuperBlobReader.Read(superblob, SignatureMagic.EmbeddedSignature, "signature", MostBlobs);
        foreach (var blob in blobs)
            CheckMagic(blob);
        var directories = blobs.Where(b => b.IsCodeDirectory).OrderBy(b => b.Slot).Select(CodeDirectoryReader.Read).ToList();
        if (blobs.All(b => b.Slot != SignatureSlot.CodeDirectory))
            throw new MalformedInputException(SignatureBlobReader.Format, "there is no code directory");
        if (directories.DistinctBy(d => d.HashType).Count() != directories.Count)
            throw new MalformedInputException(SignatureBlobReader.Format, "two code directories have the same kind of hash");
        var requirements = blobs.Find(b => b.Slot == SignatureSlot.Requirements);
        return new EmbeddedSignature
        {
            Blobs = blobs,
            CodeDirectories = directories,
            Requirements = requirements is null ? null : RequirementReader.ReadSet(requirements.Bytes),
            Cms = blobs.Find(b => b.Slot == SignatureSlot.Cms)?.Payload ?? default,
        };
    }

    private static void CheckMagic(SignatureBlob blob)
    {
        uint? expected = blob.Slot switch
        {
            _ when blob.IsCodeDirectory => SignatureMagic.CodeDirectory,
            SignatureSlot.Requirements => SignatureMagic.RequirementSet,
            SignatureSlot.Entitlements => SignatureMagic.Entitlements,
            SignatureSlot.DerEntitlements => SignatureMagic.DerEntitlements,
            SignatureSlot.Cms => SignatureMagic.Wrapper,
            >= SignatureSlot.LaunchConstraintSelf and <= SignatureSlot.LibraryConstraint => SignatureMagic.LaunchConstraint,
            _ => null,
        };
        if (expected is { } magic && blob.Magic != magic)
            throw new MalformedInputException(SignatureBlobReader.Format, $"the {blob.Name} begins with 0x{blob.Magic:x8}, not 0x{magic:x8}");
    }
}
