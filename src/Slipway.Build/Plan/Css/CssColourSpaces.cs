namespace Slipway.Build.Plan.Css;

/// <summary>
/// Conversions of colour spaces to sRGB, with the numbers of https://www.w3.org/TR/css-color-4/#color-conversion-code. Components outside
/// sRGB are clamped later, as browsers do.
/// </summary>
internal static class CssColourSpaces
{
    private static readonly double[] XyzToLinear =
        [3.2409699419045226, -1.537383177570094, -0.4986107602930034, -0.9692436362808796, 1.8759675015077202, 0.04155505740717559, 0.05563007969699366, -0.20397695888897652, 1.0569715142428786];

    private static readonly double[] D50ToD65 =
        [0.9554734527042182, -0.023098536874261423, 0.0632593086610217, -0.028369706963208136, 1.0099954580058226, 0.021041398966943008, 0.012314001688319899, -0.020507696433477912, 1.3303659366080753];

    private static readonly double[] P3ToXyz =
        [0.4865709486482162, 0.26566769316909306, 0.1982172852343625, 0.2289745640697488, 0.6917385218365064, 0.079286914093745, 0, 0.04511338185890264, 1.043944368900976];

    private static readonly double[] A98ToXyz =
        [0.5766690429101305, 0.1855582379065463, 0.1882286462349947, 0.29734497525053605, 0.6273635662554661, 0.07529145849399788, 0.02703136138641234, 0.07068885253582723, 0.9913375368376388];

    private static readonly double[] ProphotoToXyz =
        [0.7977666449006423, 0.13518129740053308, 0.0313477341283922, 0.2880748288194013, 0.711835234241873, 0.00008993693872564, 0, 0, 0.8251046025104602];

    private static readonly double[] Rec2020ToXyz =
        [0.6369580483012914, 0.14461690358620832, 0.1688809751641721, 0.2627002120112671, 0.6779980715188708, 0.05930171646986196, 0, 0.028072693049087428, 1.060985057710791];

    private static readonly double[] LmsToLinear =
        [4.0767416621, -3.3077115913, 0.2309699292, -1.2684380046, 2.6097574011, -0.3413193965, -0.0041960863, -0.7034186147, 1.7076147010];

    private static readonly double[] OklabToLms = [1, 0.3963377774, 0.2158037573, 1, -0.1055613458, -0.0638541728, 1, -0.0894841775, -1.2914855480];

    public static (double Red, double Green, double Blue) FromHsl(double hue, double saturation, double lightness)
    {
        return (Component(0), Component(8), Component(4));

        double Component(int n)
        {
            var k = (n + (Degrees(hue) / 30)) % 12;
            return lightness - (saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)));
        }
    }

    public static (double Red, double Green, double Blue) FromHwb(double hue, double white, double black)
    {
        if (white + black >= 1)
            return (white / (white + black), white / (white + black), white / (white + black));
        var (red, green, blue) = FromHsl(hue, 1, 0.5);
        var share = 1 - white - black;
        return ((red * share) + white, (green * share) + white, (blue * share) + white);
    }

    public static (double Red, double Green, double Blue) FromLab(double lightness, double a, double b)
    {
        const double Kappa = 24389.0 / 27;
        const double Epsilon = 216.0 / 24389;
        var light = Math.Clamp(lightness, 0, 100);
        var y = (light + 16) / 116;
        var x = y + (a / 500);
        var z = y - (b / 200);
        var white = (X: 0.3457 / 0.3585, Z: (1 - 0.3457 - 0.3585) / 0.3585);
        return FromXyz(Multiply(D50ToD65, (Cube(x) * white.X, light > Kappa * Epsilon ? y * y * y : light / Kappa, Cube(z) * white.Z)));

        static double Cube(double f) => f * f * f > Epsilon ? f * f * f : ((116 * f) - 16) / Kappa;
    }

    public static (double Red, double Green, double Blue) FromOklab(double lightness, double a, double b)
    {
        var (l, m, s) = Multiply(OklabToLms, (Math.Clamp(lightness, 0, 1), a, b));
        return FromLinear(Multiply(LmsToLinear, (l * l * l, m * m * m, s * s * s)));
    }

    /// <summary>Returns the colour of a <c>color()</c>; null when the space is unknown.</summary>
    public static (double Red, double Green, double Blue)? FromSpace(string space, double a, double b, double c) => space switch
    {
        "srgb" => (a, b, c),
        "srgb-linear" => FromLinear((a, b, c)),
        "display-p3" => FromXyz(Multiply(P3ToXyz, Each((a, b, c), Decode))),
        "a98-rgb" => FromXyz(Multiply(A98ToXyz, Each((a, b, c), v => Power(v, 563.0 / 256)))),
        "prophoto-rgb" => FromXyz(Multiply(D50ToD65, Multiply(ProphotoToXyz, Each((a, b, c), v => Math.Abs(v) <= 16.0 / 512 ? v / 16 : Power(v, 1.8))))),
        "rec2020" => FromXyz(Multiply(Rec2020ToXyz, Each((a, b, c), Rec2020))),
        "xyz" or "xyz-d65" => FromXyz((a, b, c)),
        "xyz-d50" => FromXyz(Multiply(D50ToD65, (a, b, c))),
        _ => null,
    };

    private static double Degrees(double hue) => ((hue % 360) + 360) % 360;

    private static (double, double, double) FromXyz((double, double, double) xyz) => FromLinear(Multiply(XyzToLinear, xyz));

    private static (double, double, double) FromLinear((double, double, double) linear) =>
        Each(linear, v => Math.Abs(v) > 0.0031308 ? Math.Sign(v) * ((1.055 * Math.Pow(Math.Abs(v), 1 / 2.4)) - 0.055) : 12.92 * v);

    private static double Decode(double value) => Math.Abs(value) <= 0.04045 ? value / 12.92 : Math.Sign(value) * Math.Pow((Math.Abs(value) + 0.055) / 1.055, 2.4);

    private static double Rec2020(double value)
    {
        const double Alpha = 1.09929682680944;
        const double Beta = 0.018053968510807;
        return Math.Abs(value) < Beta * 4.5 ? value / 4.5 : Math.Sign(value) * Math.Pow((Math.Abs(value) + Alpha - 1) / Alpha, 1 / 0.45);
    }

    private static double Power(double value, double exponent) => Math.Sign(value) * Math.Pow(Math.Abs(value), exponent);

    private static (double, double, double) Each((double A, double B, double C) values, Func<double, double> change) => (change(values.A), change(values.B), change(values.C));

    private static (double, double, double) Multiply(double[] m, (double A, double B, double C) v) => (
        (m[0] * v.A) + (m[1] * v.B) + (m[2] * v.C),
        (m[3] * v.A) + (m[4] * v.B) + (m[5] * v.C),
        (m[6] * v.A) + (m[7] * v.B) + (m[8] * v.C));
}
