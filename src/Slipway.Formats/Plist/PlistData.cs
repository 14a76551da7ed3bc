namespace Slipway.Formats.Plist;

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
