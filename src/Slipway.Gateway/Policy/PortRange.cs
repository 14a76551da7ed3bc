namespace Slipway.Gateway.Policy;

/// <summary>A range of ports.</summary>
/// <param name="First">The lowest port, included.</param>
/// <param name="Last">The highest port, included.</param>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>Every port.</summary>
    public static PortRange All { get; } = new(1, ushort.MaxValue);

    /// <summary>Returns whether the range contains a port.</summary>
    public bool Contains(int port) => port >= First && port <= Last;

    /// <summary>Reads <c>443</c>, <c>1000-2000</c> or <c>*</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PortRange range)
    {
        range = All;
        if (text is "*")
            return true;
        var hyphen = text.IndexOf('-');
        var first = hyphen < 0 ? text : text[..hyphen];
        var last = hyphen < 0 ? text : text[(hyphen + 1)..];
        if (!Destination.TryParsePort(first, out var low) || !Destination.TryParsePort(last, out var high) || low > high)
            return false;
        range = new PortRange(low, high);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => this == All ? "*" : First == Last ? $"{First}" : $"{First}-{Last}";
}
