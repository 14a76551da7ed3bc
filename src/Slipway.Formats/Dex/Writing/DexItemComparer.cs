using System.Diagnostics.CodeAnalysis;

namespace Slipway.Formats.Dex.Writing;

/// <summary>Compares items by their bytes.</summary>
internal sealed class DexItemComparer : IEqualityComparer<byte[]>
{
    public static readonly DexItemComparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
