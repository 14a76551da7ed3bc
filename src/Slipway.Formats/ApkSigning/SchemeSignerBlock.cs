namespace Slipway.Formats.ApkSigning;

/// <summary>A signer of a v2 or v3 block, parsed but not verified.</summary>
internal sealed class SchemeSignerBlock
{
    private SchemeSignerBlock(ReadOnlyMemory<byte> signedData, LengthPrefixedReader data, bool hasSdkRange)
    {
        SignedData = signedData;
        Digests = data.Sequence().Numbered();
        Certificates = data.Sequence().All();
        if (hasSdkRange)
            (SignedMinSdk, SignedMaxSdk) = ((int)data.UInt32(), (int)data.UInt32());
        Attributes = [.. data.Sequence().All().Select(Attribute)];
        if (Certificates.Count == 0)
            throw new MalformedInputException("APK signing block", "a signer has no certificate");
    }

    public ReadOnlyMemory<byte> SignedData { get; }

    public IReadOnlyList<(uint Id, ReadOnlyMemory<byte> Value)> Digests { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    public IReadOnlyList<(uint Id, ReadOnlyMemory<byte> Value)> Attributes { get; }

    public int SignedMinSdk { get; } = ApkSchemes.V2FirstSdk;

    public int SignedMaxSdk { get; } = int.MaxValue;

    public int MinSdk { get; private init; } = ApkSchemes.V2FirstSdk;

    public int MaxSdk { get; private init; } = int.MaxValue;

    public IReadOnlyList<(uint Id, ReadOnlyMemory<byte> Value)> Signatures { get; private init; } = [];

    public ReadOnlyMemory<byte> PublicKey { get; private init; }

    public static SchemeSignerBlock Read(ReadOnlyMemory<byte> bytes, bool hasSdkRange)
    {
        var reader = new LengthPrefixedReader(bytes);
        var signedData = reader.Bytes();
        var (minSdk, maxSdk) = hasSdkRange ? ((int)reader.UInt32(), (int)reader.UInt32()) : (ApkSchemes.V2FirstSdk, int.MaxValue);
        return new SchemeSignerBlock(signedData, new LengthPrefixedReader(signedData), hasSdkRange)
        {
            MinSdk = minSdk,
            MaxSdk = maxSdk,
            Signatures = reader.Sequence().Numbered(),
            PublicKey = reader.Bytes(),
        };
    }

    private static (uint Id, ReadOnlyMemory<byte> Value) Attribute(ReadOnlyMemory<byte> bytes)
    {
        var reader = new LengthPrefixedReader(bytes);
        return (reader.UInt32(), reader.Rest);
    }
}
