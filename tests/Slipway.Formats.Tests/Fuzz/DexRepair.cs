using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipway.Formats.Dex;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>Makes size, signature and checksum of a DEX right.</summary>
internal static class DexRepair
{
    private const int HeaderSize = 0x70;

    public static byte[] Repair(byte[] dex)
    {
        if (dex.Length >= HeaderSize)
        {
            BinaryPrimitives.WriteInt32LittleEndian(dex.AsSpan(32), dex.Length);
            SHA1.HashData(dex.AsSpan(32), dex.AsSpan(12));
            BinaryPrimitives.WriteUInt32LittleEndian(dex.AsSpan(8), Adler32.Compute(dex.AsSpan(12)));
        }

        return dex;
    }
}
