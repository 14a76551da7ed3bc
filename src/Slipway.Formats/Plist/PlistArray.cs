using System.Collections;

namespace Slipway.Formats.Plist;

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
