using CsCheck;

namespace Slipway.Firewall.Tests;

/// <summary>Prefixes that overlap, touch and nest often: they lie in the first, the last or a middle block of the family.</summary>
internal static class RandomPrefixes
{
    private const int Bits = 8;

    public static Gen<CidrPrefix[]> Any { get; } =
        Gen.Select(Gen.Bool, Gen.Int[0, 2], Gen.Int[0, (1 << Bits) - 1], Gen.Int[0, Bits], Make).Array[0, 24];

    public static Gen<CidrPrefix[]> Ipv4 { get; } =
        Gen.Select(Gen.Int[0, (1 << Bits) - 1], Gen.Int[0, Bits], (low, host) => Make(false, 1, low, host)).Array[1, 9];

    /// <summary>Every address that such prefixes can hold.</summary>
    public static IEnumerable<CidrPrefix> Universe =>
        from isIpv6 in new[] { false, true }
        from block in Enumerable.Range(0, 3)
        from low in Enumerable.Range(0, 1 << Bits)
        select Make(isIpv6, block, low, 0);

    private static CidrPrefix Make(bool isIpv6, int block, int low, int hostBits)
    {
        var last = isIpv6 ? UInt128.MaxValue : uint.MaxValue;
        var start = block switch { 0 => UInt128.Zero, 1 => (UInt128)0x0d200000, _ => last - ((1 << Bits) - 1) };
        return new CidrPrefix(isIpv6, (start + (UInt128)low) >> hostBits << hostBits, (isIpv6 ? 128 : 32) - hostBits);
    }
}
