namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Compares call sites: they are equal when they have equal parts in the same order. Parts are not joined into one string, because no
/// character is safe as a separator.
/// </summary>
internal sealed class CallSiteKey : IEquatable<CallSiteKey>
{
    private readonly object?[] _parts;

    public CallSiteKey(params IEnumerable<object?> parts) => _parts = [.. parts.Select(ByBits)];

    public bool Equals(CallSiteKey? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as CallSiteKey);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var part in _parts)
            hash.Add(part);
        return hash.ToHashCode();
    }

    /// <summary>Compares floats by their bits: zero and negative zero are equal numbers but distinct constants.</summary>
    private static object? ByBits(object? part) => part switch
    {
        float value => ('F', BitConverter.SingleToInt32Bits(value)),
        double value => ('D', BitConverter.DoubleToInt64Bits(value)),
        _ => part,
    };
}
