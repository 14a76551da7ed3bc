namespace Slipway.Build.Resources.Svg;

/// <summary>What drawing an element takes, with all that it refers to.</summary>
/// <param name="Drawn">How many elements.</param>
/// <param name="Layers">How many pictures in between, which transparency, masks and filters need.</param>
/// <param name="Nested">How many of them at once.</param>
/// <param name="Filters">How many steps of filters.</param>
/// <param name="Points">How many points of paths.</param>
internal readonly record struct SvgCosts(double Drawn, double Layers, int Nested, double Filters, double Points)
{
    public static SvgCosts operator +(SvgCosts a, SvgCosts b) => new(a.Drawn + b.Drawn, a.Layers + b.Layers, Math.Max(a.Nested, b.Nested), a.Filters + b.Filters, a.Points + b.Points);

    /// <summary>The same several times.</summary>
    public SvgCosts Times(double count) => new(Drawn * count, Layers * count, Nested, Filters * count, Points * count);

    /// <summary>The same within one more picture.</summary>
    /// <param name="weight">How many plain ones it is worth.</param>
    public SvgCosts InLayer(int weight) => this with { Layers = Layers + weight, Nested = Nested + 1 };
}
