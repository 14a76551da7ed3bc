namespace Slipway.Formats.Dex.Generation;

/// <summary>A set of virtual registers as bits.</summary>
internal sealed class RegisterSet(int registers)
{
    private readonly ulong[] _words = new ulong[(registers >> 6) + 1];

    public bool Contains(int register) => (_words[register >> 6] & (1UL << (register & 63))) != 0;

    /// <summary>Whether any of some consecutive registers is in the set.</summary>
    public bool ContainsAny(int first, int count) => Contains(first) || (count > 1 && Contains(first + 1));

    public void Add(int first, int count)
    {
        for (var i = first; i < first + count; i++)
            _words[i >> 6] |= 1UL << (i & 63);
    }

    public void Remove(int first, int count)
    {
        for (var i = first; i < first + count; i++)
            _words[i >> 6] &= ~(1UL << (i & 63));
    }

    /// <summary>Adds all registers of another set; returns whether any was new.</summary>
    public bool UnionWith(RegisterSet other)
    {
        var changed = false;
        for (var i = 0; i < _words.Length; i++)
        {
            var joined = _words[i] | other._words[i];
            changed |= joined != _words[i];
            _words[i] = joined;
        }
        return changed;
    }
}
