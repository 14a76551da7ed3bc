using SkiaSharp;

namespace Slipway.Build.Resources.Svg;

/// <summary>The <c>transform</c> attribute.</summary>
internal static class SvgTransform
{
    private const int MaxFunctions = 100;

    public static SKMatrix Parse(string? text, SvgDocument document)
    {
        SKMatrix matrix = SKMatrix.Identity;
        string[] functions = (text ?? "").Split(')', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string function in functions.Length <= MaxFunctions ? functions : throw document.Invalid("a transform is too long"))
        {
            string[] parts = function.Split('(', 2);
            if (parts.Length != 2)
            {
                throw document.Invalid($"'{text}' is not a transform");
            }

            matrix = matrix.PreConcat(One(parts[0].Trim(' ', ',', '\n', '\t'), SvgNumbers.List(parts[1], document), document));
        }

        return matrix;
    }

    private static SKMatrix One(string name, float[] n, SvgDocument document) => (name, n.Length) switch
    {
        ("matrix", 6) => new SKMatrix(n[0], n[2], n[4], n[1], n[3], n[5], 0, 0, 1),
        ("translate", 1) => SKMatrix.CreateTranslation(n[0], 0),
        ("translate", 2) => SKMatrix.CreateTranslation(n[0], n[1]),
        ("scale", 1) => SKMatrix.CreateScale(n[0], n[0]),
        ("scale", 2) => SKMatrix.CreateScale(n[0], n[1]),
        ("rotate", 1) => SKMatrix.CreateRotationDegrees(n[0]),
        ("rotate", 3) => SKMatrix.CreateRotationDegrees(n[0], n[1], n[2]),
        ("skewX", 1) => SKMatrix.CreateSkew(MathF.Tan(n[0] * MathF.PI / 180), 0),
        ("skewY", 1) => SKMatrix.CreateSkew(0, MathF.Tan(n[0] * MathF.PI / 180)),
        _ => throw document.Invalid($"'{name}' is not a transform"),
    };
}
