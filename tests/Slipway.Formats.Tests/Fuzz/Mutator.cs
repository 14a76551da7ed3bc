using System.Buffers.Binary;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>Breaks sound inputs in the ways that files break and attackers write.</summary>
internal static class Mutator
{
    private static readonly uint[] Telling = [0, 1, 2, 3, 4, 7, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

    private static readonly Func<byte[], FuzzTarget, FuzzRandom, byte[]>[] Ways =
        [FlipBits, SetByte, SetField, SetField, SetField, ShiftField, ShiftField, CopyBlock, RemoveBlock, RepeatBlock, Truncate, GrowLeb, InsertWord, SwapFields];

    private static readonly Func<byte[], FuzzTarget, FuzzRandom, byte[]>[] GentleWays = [FlipBit, NudgeByte, FlipBit, NudgeByte, SetByte, SwapFields];

    /// <summary>One hostile input out of the seeds.</summary>
    public static byte[] Mutate(FuzzTarget target, IReadOnlyList<byte[]> seeds, FuzzRandom random)
    {
        var input = (byte[])random.Pick(seeds).Clone();
        if (random.Below(2) == 0)
            return Repaired(target, random.Pick(GentleWays)(input, target, random), random);

        if (random.Below(12) == 0)
            input = Splice(input, random.Pick(seeds), random);

        for (var count = 1 + random.Below(random.Below(2) == 0 ? 2 : 8); count > 0; count--)
            input = random.Pick(Ways)(input, target, random);

        return Repaired(target, input, random);
    }

    private static byte[] Repaired(FuzzTarget target, byte[] input, FuzzRandom random) =>
        target.Repair is { } repair && random.Below(16) != 0 ? repair(input) : input;

    private static byte[] FlipBit(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        if (input.Length > 0)
            input[random.Below(input.Length)] ^= (byte)(1 << random.Below(8));

        return input;
    }

    private static byte[] NudgeByte(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        if (input.Length > 0)
            input[random.Below(input.Length)] += (byte)(random.Below(2) == 0 ? 1 : 255);

        return input;
    }

    private static byte[] FlipBits(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        for (var count = 1 + random.Below(4); count > 0 && input.Length > 0; count--)
            input[random.Below(input.Length)] ^= (byte)(1 << random.Below(8));

        return input;
    }

    private static byte[] SetByte(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        if (input.Length > 0)
            input[random.Below(input.Length)] = random.Below(2) == 0 ? (byte)random.Pick(Telling) : (byte)random.Next();

        return input;
    }

    /// <summary>Overwrites a number: a length, an offset, an index. Half of the time near the start, where headers are.</summary>
    private static byte[] SetField(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        var value = random.Below(4) switch
        {
            0 => (uint)(input.Length - random.Below(9)),
            1 => (uint)random.Below(input.Length * 2),
            _ => random.Pick(Telling),
        };
        return Write(input, FieldOffset(input, random), value, random);
    }

    /// <summary>Moves a number a little, so that it stays plausible.</summary>
    private static byte[] ShiftField(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        var at = FieldOffset(input, random);
        if (at + 4 > input.Length)
            return input;

        var bytes = input.AsSpan(at);
        var delta = (uint)(random.Below(33) - 16);
        switch (random.Below(4))
        {
            case 0:
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, BinaryPrimitives.ReadUInt32LittleEndian(bytes) + delta);
                break;
            case 1:
                BinaryPrimitives.WriteUInt32BigEndian(bytes, BinaryPrimitives.ReadUInt32BigEndian(bytes) + delta);
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(bytes) + delta));
                break;
            default:
                bytes[0] += (byte)delta;
                break;
        }

        return input;
    }

    /// <summary>Exchanges two numbers: an index for another that exists.</summary>
    private static byte[] SwapFields(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        var width = random.Below(2) == 0 ? 2 : 4;
        var (first, second) = (random.Below(input.Length - width), random.Below(input.Length - width));
        if (input.Length > width)
        {
            var kept = input.AsSpan(first, width).ToArray();
            input.AsSpan(second, width).CopyTo(input.AsSpan(first));
            kept.CopyTo(input, second);
        }

        return input;
    }

    private static byte[] CopyBlock(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        var length = random.Below(Math.Min(64, input.Length));
        input.AsSpan(random.Below(input.Length - length), length).ToArray().CopyTo(input, random.Below(input.Length - length));
        return input;
    }

    private static byte[] RemoveBlock(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        var length = random.Below(Math.Min(64, input.Length));
        var at = random.Below(input.Length - length);
        return [.. input.AsSpan(0, at), .. input.AsSpan(at + length)];
    }

    private static byte[] RepeatBlock(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        var length = random.Below(Math.Min(256, input.Length));
        var at = random.Below(input.Length - length);
        return [.. input.AsSpan(0, at + length), .. input.AsSpan(at)];
    }

    private static byte[] Truncate(byte[] input, FuzzTarget target, FuzzRandom random) => input[..random.Below(input.Length)];

    /// <summary>Stretches a variable-length number to its longest.</summary>
    private static byte[] GrowLeb(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        var at = random.Below(input.Length - 5);
        for (var i = 0; i < 5 && at + i < input.Length; i++)
            input[at + i] = i < 4 ? (byte)0xff : (byte)random.Pick(Telling);

        return input;
    }

    private static byte[] InsertWord(byte[] input, FuzzTarget target, FuzzRandom random)
    {
        if (target.Words is not { Count: > 0 } words)
            return SetField(input, target, random);

        var at = random.Below(input.Length + 1);
        return [.. input.AsSpan(0, at), .. random.Pick(words), .. input.AsSpan(at)];
    }

    private static byte[] Splice(byte[] first, byte[] second, FuzzRandom random) =>
        [.. first.AsSpan(0, random.Below(first.Length)), .. second.AsSpan(random.Below(second.Length))];

    private static int FieldOffset(byte[] input, FuzzRandom random)
    {
        var at = random.Below(random.Below(2) == 0 ? Math.Min(160, input.Length) : input.Length);
        return random.Below(2) == 0 ? at & ~3 : at;
    }

    private static byte[] Write(byte[] input, int at, uint value, FuzzRandom random)
    {
        var width = random.Pick([1, 2, 4, 4]);
        if (at + 4 > input.Length)
            return input;

        var bytes = input.AsSpan(at);
        if (width == 1)
            bytes[0] = (byte)value;
        else if (width == 2 && random.Below(2) == 0)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        else if (width == 2)
            BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        else if (random.Below(2) == 0)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);

        return input;
    }
}
