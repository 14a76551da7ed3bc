namespace Slipway.Build.Tests.Fuzz;

/// <summary>Chance with a seed: the same seed rolls the same on every machine (SplitMix64).</summary>
internal sealed class FuzzDice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from zero up to, and without, the limit.</summary>
    public int Below(int limit)
    {
        var z = _state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }

    /// <summary>True once in so many times.</summary>
    public bool Once(int times) => Below(times) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
            bytes[i] = (byte)Below(256);
        return bytes;
    }
}
