using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipway.Protocol.Diagnostics;

/// <summary>
/// Bytes that nothing on the way can compress and that the receiver can reproduce: zeros under AES-128 in counter mode
/// with a key and a counter of zeros (<c>openssl enc -aes-128-ctr -K 0 -iv 0</c>).
/// </summary>
public sealed class IncompressibleBytes : IDisposable
{
    /// <summary>Length of a part in bytes.</summary>
    public const int PartLength = 1 << 16;

    private const int Block = 16;

    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _counters = new byte[PartLength];

    /// <summary>Starts at the first byte.</summary>
    public IncompressibleBytes() => _aes.Key = new byte[Block];

    /// <summary>Writes one part of the sequence.</summary>
    /// <param name="number">Number of the part, from 0.</param>
    /// <param name="part">Target of <see cref="PartLength"/> bytes.</param>
    public void Fill(long number, Span<byte> part)
    {
        var first = number * (PartLength / Block);
        for (var i = 0; i < PartLength / Block; i++)
            BinaryPrimitives.WriteInt64BigEndian(_counters.AsSpan(i * Block + Block - sizeof(long)), first + i);
        _aes.EncryptEcb(_counters, part, PaddingMode.None);
    }

    /// <summary>Returns the SHA-256 of the first bytes of the sequence.</summary>
    public static byte[] Sha256(long length)
    {
        using var bytes = new IncompressibleBytes();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var part = new byte[PartLength];
        for (var number = 0L; length > 0; number++, length -= PartLength)
        {
            bytes.Fill(number, part);
            hash.AppendData(part, 0, (int)Math.Min(length, PartLength));
        }

        return hash.GetHashAndReset();
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();
}
