namespace Slipway.Formats.Arsc;

/// <summary>A string of a resource with the styles on its parts; most strings have none.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Spans">The styles in the order in which they are stored.</param>
public sealed record StyledString(string Text, IReadOnlyList<StringSpan> Spans)
{
    /// <summary>A string without styles.</summary>
    /// <param name="text">The characters.</param>
    public StyledString(string text)
        : this(text, [])
    {
    }

    /// <inheritdoc/>
    public bool Equals(StyledString? other) => other is not null && Text == other.Text && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Spans.Count);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A style that covers part of a string, for example a bold word.</summary>
/// <param name="Tag">Name and attributes, for example <c>b</c> or <c>font;color=#ff0000</c>.</param>
/// <param name="First">First character (UTF-16 code unit).</param>
/// <param name="Last">Last character, inclusive.</param>
public sealed record StringSpan(string Tag, int First, int Last);
