using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Resources.Svg.Css;

/// <summary>How much work the style of a picture may be. Selectors can be written so that each tries every way up the tree.</summary>
internal sealed class CssBudget(string where)
{
    private const int MostSteps = 5_000_000;
    private int _steps;

    public void Spend(int steps = 1)
    {
        if ((_steps += steps) > MostSteps)
            throw Exceeded("its style rules are too much work");
    }

    public IconException Exceeded(string what) => new(IconFault.SvgTooComplex, what, where);
}
