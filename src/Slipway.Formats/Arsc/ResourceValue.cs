namespace Slipway.Formats.Arsc;

/// <summary>The value of a resource in one configuration.</summary>
public abstract record ResourceValue
{
    private ResourceValue()
    {
    }

    /// <summary>One value: a string, a colour, the path of a file, a reference and so on.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Simple(TypedValue Value) : ResourceValue;

    /// <summary>Several values under names: a style, an attribute, an array or plurals.</summary>
    /// <param name="Parent">Id of the parent style; 0 for none.</param>
    /// <param name="Items">The items in the order in which they are stored.</param>
    public sealed record Bag(uint Parent, IReadOnlyList<BagItem> Items) : ResourceValue;
}
