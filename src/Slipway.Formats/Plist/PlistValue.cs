using System.Collections;

namespace Slipway.Formats.Plist;

/// <summary>A value of a property list (developer.apple.com, "Property List Programming Guide"). Values are immutable.</summary>
public abstract record PlistValue;

/// <summary>Text.</summary>
/// <param name="Value">The text.</param>
public sealed record PlistString(string Value) : PlistValue;

/// <summary>A whole number; the range of property lists is from -2^63 to 2^64-1.</summary>
/// <param name="Value">The number.</param>
public sealed record PlistInteger(Int128 Value) : PlistValue;

/// <summary>A number with a fraction.</summary>
/// <param name="Value">The number.</param>
public sealed record PlistReal(double Value) : PlistValue;

/// <summary>A boolean.</summary>
/// <param name="Value">The value.</param>
public sealed record PlistBoolean(bool Value) : PlistValue;

/// <summary>A point in time, to the second in XML.</summary>
/// <param name="Value">The time, UTC.</param>
public sealed record PlistDate(DateTimeOffset Value) : PlistValue;

/// <summary>Bytes.</summary>
/// <param name="Value">The bytes.</param>
public sealed record PlistData(ReadOnlyMemory<byte> Value) : PlistValue
{
    /// <inheritdoc/>
    public bool Equals(PlistData? other) => other is not null && Value.Span.SequenceEqual(other.Value.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Value.Span);
        return hash.ToHashCode();
    }
}

/// <summary>A reference of a keyed archive; binary property lists only.</summary>
/// <param name="Value">The number.</param>
public sealed record PlistUid(ulong Value) : PlistValue;

/// <summary>Values in order.</summary>
/// <param name="Items">The values.</param>
public sealed record PlistArray(params IReadOnlyList<PlistValue> Items) : PlistValue, IReadOnlyList<PlistValue>
{
    /// <inheritdoc/>
    public int Count => Items.Count;

    /// <inheritdoc/>
    public PlistValue this[int index] => Items[index];

    /// <inheritdoc/>
    public IEnumerator<PlistValue> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PlistArray? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}
