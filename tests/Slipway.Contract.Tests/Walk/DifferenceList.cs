namespace Slipway.Contract.Tests.Walk;

/// <summary>Collects differences in the order of the walk.</summary>
internal sealed class DifferenceList
{
    private readonly List<Difference> _items = [];

    public IReadOnlyList<Difference> Items => _items;

    /// <summary>Compares two values that have a readable form.</summary>
    public void Compare<T>(string where, string what, T expected, T served)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, served))
            _items.Add(new Difference(DifferenceKind.Different, where, $"{what} is {Text(served)}, not {Text(expected)}"));
    }

    /// <summary>Compares two sets of names and returns what both have.</summary>
    public IReadOnlyList<string> Match(string where, string what, IEnumerable<string> expected, IEnumerable<string> served)
    {
        var here = served.ToHashSet(StringComparer.Ordinal);
        var both = new List<string>();
        foreach (var name in expected)
        {
            if (here.Remove(name))
                both.Add(name);
            else
                _items.Add(new Difference(DifferenceKind.Missing, where, $"{what} {name}"));
        }

        _items.AddRange(here.Order(StringComparer.Ordinal).Select(name => new Difference(DifferenceKind.Extra, where, $"{what} {name}")));
        return both;
    }

    /// <summary>Notes what is expected and not there at all.</summary>
    public void Miss(string where, string what) => _items.Add(new Difference(DifferenceKind.Missing, where, what));

    private static string Text<T>(T value) => value?.ToString() ?? "nothing";
}
