namespace Slipway.Formats.Dex.Generation;

/// <summary>A set of virtual registers as bits.</summary>
internal sealed class RegisterSet(int registers)
{
    private readonly ulong[] words = new ulong[(registers >> 6) + 1];

    public bool Contains(int register) => (words[register >> 6] & (1UL << (register & 63))) != 0;

    /// <summary>Whether any of some consecutive registers is in the set.</summary>
    public bool ContainsAny(int first, int count) => Contains(first) || (count > 1 && Contains(first + 1));

    public void Add(int first, int count)
    {
        for (var i = first; i < first + count; i++)
            words[i >> 6] |= 1UL << (i & 63);
    }

    public void Remove(int first, int count)
    {
        for (var i = first; i < first + count; i++)
            words[i >> 6] &= ~(1UL << (i & 63));
    }

    /// <summary>Adds all registers of another set; returns whether any was new.</summary>
    public bool UnionWith(RegisterSet other)
    {
        var changed = false;
        for (var i = 0; i < words.Length; i++)
        {
            var joined = words[i] | other.words[i];
            changed |= joined != words[i];
            words[i] = joined;
        }
        return changed;
    }
}
