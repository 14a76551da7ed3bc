namespace Slipway.Build.Resources.Svg;

/// <summary>The initial values of inherited properties, for <c>initial</c>. Other properties have their initial value when the attribute is missing.</summary>
internal static class SvgInitialValues
{
    public static string? Of(string name) => name switch
    {
        "fill" or "color" => "#000000",
        "stroke" or "marker-start" or "marker-mid" or "marker-end" or "stroke-dasharray" => "none",
        "fill-opacity" or "stroke-opacity" or "stroke-width" => "1",
        "fill-rule" or "clip-rule" => "nonzero",
        "stroke-linecap" => "butt",
        "stroke-linejoin" => "miter",
        "stroke-miterlimit" => "4",
        "stroke-dashoffset" => "0",
        "visibility" => "visible",
        "color-interpolation" => "sRGB",
        "color-interpolation-filters" => "linearRGB",
        _ => null,
    };
}
