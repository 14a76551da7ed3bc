using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Resources.Svg.Css;

/// <summary>Limits the work of matching the styles of a picture: a malicious selector can try every path up the tree.</summary>
internal sealed class CssBudget(string where)
{
    private const int MostSteps = 5_000_000;
    private int _steps;

    public void Spend(int steps = 1)
    {
        if ((_steps += steps) > MostSteps)
            throw Exceeded("its style rules take too much work to apply");
    }

    public IconException Exceeded(string what) => new(IconFault.SvgTooComplex, what, where);
}
