namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// What makes two call sites equal: the same parts in the same order, each compared on its own. Parts are never joined to a
/// text, since every character may be part of one.
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

    /// <summary>Zero and negative zero are equal numbers and distinct constants.</summary>
    private static object? ByBits(object? part) => part switch
    {
        float value => ('F', BitConverter.SingleToInt32Bits(value)),
        double value => ('D', BitConverter.DoubleToInt64Bits(value)),
        _ => part,
    };
}
