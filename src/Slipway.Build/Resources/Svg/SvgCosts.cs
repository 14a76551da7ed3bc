namespace Slipway.Build.Resources.Svg;

/// <summary>The cost of drawing an element with everything that it refers to.</summary>
/// <param name="Drawn">Number of elements.</param>
/// <param name="Layers">Number of intermediate pictures, which transparency, masks and filters need.</param>
/// <param name="Nested">Most of them that exist at once.</param>
/// <param name="Filters">Number of filter steps.</param>
/// <param name="Points">Number of points of paths.</param>
internal readonly record struct SvgCosts(double Drawn, double Layers, int Nested, double Filters, double Points)
{
    public static SvgCosts operator +(SvgCosts a, SvgCosts b) => new(a.Drawn + b.Drawn, a.Layers + b.Layers, Math.Max(a.Nested, b.Nested), a.Filters + b.Filters, a.Points + b.Points);

    /// <summary>Returns the cost of drawing it several times.</summary>
    public SvgCosts Times(double count) => new(Drawn * count, Layers * count, Nested, Filters * count, Points * count);

    /// <summary>Returns the cost of drawing it in one more intermediate picture.</summary>
    /// <param name="weight">The number of plain pictures that it costs as much as.</param>
    public SvgCosts InLayer(int weight) => this with { Layers = Layers + weight, Nested = Nested + 1 };
}
