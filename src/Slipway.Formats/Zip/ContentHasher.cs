using System.Security.Cryptography;

namespace Slipway.Formats.Zip;

/// <summary>Computes the hashes of a content in pieces: those that are requested and not known yet.</summary>
internal sealed class ContentHasher : IDisposable
{
    private readonly ZipItem _item;
    private readonly IncrementalHash? _sha256;
    private readonly IncrementalHash? _sha1;

    public ContentHasher(ZipItem item, PackSettings settings)
    {
        _item = item;
        if (settings.NeedsHashes && item.Hash is null)
            _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (settings.NeedsSha1 && (item.Hash is null || item.Sha1 is null))
            _sha1 = Sha1Hash.Begin();
    }

    public void Append(ReadOnlySpan<byte> piece)
    {
        _sha256?.AppendData(piece);
        _sha1?.AppendData(piece);
    }

    /// <summary>Returns the computed or already known hashes of the content.</summary>
    public (ContentHash? Sha256, Sha1Hash? Sha1) Finish() =>
        (_sha256 is null ? _item.Hash : new ContentHash(_sha256.GetHashAndReset()),
         _sha1 is null ? _item.Sha1 : new Sha1Hash(_sha1.GetHashAndReset()));

    public void Dispose()
    {
        _sha256?.Dispose();
        _sha1?.Dispose();
    }
}
