using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Slipway.Formats.Zip;

/// <summary>
/// CRC-32 of zip (polynomial 0xEDB88320, reflected). Source: APPNOTE.TXT 4.4.7; folding by carry-less multiplication: Gopal et al.,
/// "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009, whose constants (x^n mod P) are recomputed
/// here.
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int TableCount = 8;
    private const int FoldedBlock = 64;

    private static readonly uint[] Tables = BuildTables();
    private static readonly Vector128<ulong> FoldBy512 = Vector128.Create(FoldConstant(512 + 32), FoldConstant(512 - 32));
    private static readonly Vector128<ulong> FoldBy128 = Vector128.Create(FoldConstant(128 + 32), FoldConstant(128 - 32));

    /// <summary>CRC of a content.</summary>
    public static uint Of(ReadOnlySpan<byte> content) => Append(0, content);

    /// <summary>Continues the CRC of a content; <paramref name="crc"/> is that of the preceding bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> next)
    {
        var state = ~crc;
        if (Pclmulqdq.IsSupported && next.Length >= 2 * FoldedBlock)
        {
            Span<byte> remainder = stackalloc byte[16];
            next = Fold(state, next, remainder);
            state = ByTables(0, remainder);
        }

        return ~ByTables(state, next);
    }

    /// <summary>Reduces all complete 16-byte blocks to one with the same CRC; returns the remaining bytes.</summary>
    private static ReadOnlySpan<byte> Fold(uint state, ReadOnlySpan<byte> next, scoped Span<byte> remainder)
    {
        var a = Vector128.Create(next).AsUInt64() ^ Vector128.CreateScalar((ulong)state);
        var b = Vector128.Create(next[16..]).AsUInt64();
        var c = Vector128.Create(next[32..]).AsUInt64();
        var d = Vector128.Create(next[48..]).AsUInt64();
        for (next = next[FoldedBlock..]; next.Length >= FoldedBlock; next = next[FoldedBlock..])
        {
            a = Fold(a, FoldBy512) ^ Vector128.Create(next).AsUInt64();
            b = Fold(b, FoldBy512) ^ Vector128.Create(next[16..]).AsUInt64();
            c = Fold(c, FoldBy512) ^ Vector128.Create(next[32..]).AsUInt64();
            d = Fold(d, FoldBy512) ^ Vector128.Create(next[48..]).AsUInt64();
        }

        a = Fold(a, FoldBy128) ^ b;
        a = Fold(a, FoldBy128) ^ c;
        a = Fold(a, FoldBy128) ^ d;
        for (; next.Length >= 16; next = next[16..])
            a = Fold(a, FoldBy128) ^ Vector128.Create(next).AsUInt64();
        a.AsByte().CopyTo(remainder);
        return next;
    }

    private static Vector128<ulong> Fold(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    private static uint ByTables(uint state, ReadOnlySpan<byte> next)
    {
        var tables = Tables.AsSpan();
        for (; next.Length >= 8; next = next[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(next) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(next[4..]);
            state = tables[1792 + (int)(low & 0xff)] ^ tables[1536 + (int)((low >> 8) & 0xff)]
                ^ tables[1280 + (int)((low >> 16) & 0xff)] ^ tables[1024 + (int)(low >> 24)]
                ^ tables[768 + (int)(high & 0xff)] ^ tables[512 + (int)((high >> 8) & 0xff)]
                ^ tables[256 + (int)((high >> 16) & 0xff)] ^ tables[(int)(high >> 24)];
        }

        foreach (var value in next)
            state = (state >> 8) ^ tables[(int)((state ^ value) & 0xff)];
        return state;
    }

    private static uint[] BuildTables()
    {
        var tables = new uint[256 * TableCount];
        for (var value = 0u; value < 256; value++)
        {
            var state = value;
            for (var bit = 0; bit < 8; bit++)
                state = Halve(state);
            tables[value] = state;
        }

        for (var at = 256; at < tables.Length; at++)
            tables[at] = (tables[at - 256] >> 8) ^ tables[tables[at - 256] & 0xff];
        return tables;
    }

    /// <summary>Returns x^power mod P, bit-reflected and shifted as a 64-bit carry-less multiplication requires.</summary>
    private static ulong FoldConstant(int power)
    {
        var state = 0x80000000u;
        for (var step = 0; step < power; step++)
            state = Halve(state);
        return (ulong)state << 1;
    }

    private static uint Halve(uint state) => (state >> 1) ^ (Polynomial & (0 - (state & 1)));
}
