using System.Globalization;
using System.Numerics;
using System.Xml.Linq;
using SkiaSharp;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Combines transforms of CSS and of SVG to one matrix (https://www.w3.org/TR/css-transforms-1/).</summary>
internal static class SvgTransforms
{
    private const int MostFunctions = 200;

    /// <summary>Returns the transform attribute; null when there is no transform.</summary>
    public static string? Of(XElement element, Dictionary<string, string> own, SvgScope scope, SvgFaults faults)
    {
        if (!own.Keys.Any(name => name is "transform" or "rotate" or "scale" or "translate"))
            return null;
        var box = SKRect.Create((float)scope.Viewport.Width, (float)scope.Viewport.Height);
        if (own.GetValueOrDefault("transform-box") is "fill-box" or "content-box" or "stroke-box" or "border-box")
            box = SvgBounds.Of(element) ?? throw faults.Unsupported($"a transform that counts from the box of <{element.Name.LocalName}>");
        var matrix = Matrix3x2.Identity;
        // The first transform in the list applies last.
        foreach (var (name, text) in (IEnumerable<(string, string?)>)[("translate", own.GetValueOrDefault("translate")), ("rotate", own.GetValueOrDefault("rotate")), ("scale", own.GetValueOrDefault("scale"))])
        {
            if (text is not null and not "none")
                matrix = (One(name, CssText.Words(text), box, scope.FontSize) ?? throw faults.Unsupported($"'{name}: {text}'")) * matrix;
        }

        if (own.GetValueOrDefault("transform") is { } functions and not "none")
            matrix = List(functions, box, scope.FontSize, faults) * matrix;
        var origin = Origin(own.GetValueOrDefault("transform-origin"), box, scope.FontSize, own.ContainsKey("transform-box")) ?? throw faults.Unsupported("this origin of a transform");
        matrix = Matrix3x2.CreateTranslation(-origin) * matrix * Matrix3x2.CreateTranslation(origin);
        return string.Create(CultureInfo.InvariantCulture, $"matrix({W(matrix.M11)} {W(matrix.M12)} {W(matrix.M21)} {W(matrix.M22)} {W(matrix.M31)} {W(matrix.M32)})");
    }

    private static Matrix3x2 List(string text, SKRect box, double fontSize, SvgFaults faults)
    {
        var matrix = Matrix3x2.Identity;
        var functions = text.Split(')', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (functions.Length > MostFunctions)
            throw faults.TooComplex("a transform is too long");
        foreach (var function in functions)
        {
            var parts = function.Split('(', 2, StringSplitOptions.TrimEntries);
            var arguments = parts.Length < 2 ? [] : parts[1].Split([',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
            // A transform that cannot be read is ignored.
            if (parts[0].Contains("3d", StringComparison.Ordinal) || parts[0].EndsWith('Z') || parts[0] is "perspective" or "rotateX" or "rotateY")
                throw faults.Unsupported($"the transform '{parts[0]}'");
            if (One(parts[0].Trim(',', ' '), arguments, box, fontSize) is not { } next)
                return Matrix3x2.Identity;
            matrix = next * matrix;
        }

        return matrix;
    }

    private static Matrix3x2? One(string name, IReadOnlyList<string> a, SKRect box, double fontSize)
    {
        float? X(int i) => (float?)CssLength.Parse(a[i], box.Width, fontSize);
        float? Y(int i) => (float?)CssLength.Parse(a[i], box.Height, fontSize);
        float? S(int i) => (float?)CssLength.Parse(a[i], 1, fontSize);
        switch (name, a.Count)
        {
            case ("matrix", 6) when S(0) is { } m11 && S(1) is { } m12 && S(2) is { } m21 && S(3) is { } m22 && S(4) is { } dx && S(5) is { } dy:
                return new Matrix3x2(m11, m12, m21, m22, dx, dy);
            case ("translate" or "translateX", 1) when X(0) is { } x:
                return Matrix3x2.CreateTranslation(x, 0);
            case ("translate", 2) when X(0) is { } x && Y(1) is { } y:
                return Matrix3x2.CreateTranslation(x, y);
            case ("translateY", 1) when Y(0) is { } y:
                return Matrix3x2.CreateTranslation(0, y);
            case ("scale", 1) when S(0) is { } s:
                return Matrix3x2.CreateScale(s);
            case ("scale", 2) when S(0) is { } sx && S(1) is { } sy:
                return Matrix3x2.CreateScale(sx, sy);
            case ("scaleX", 1) when S(0) is { } s:
                return Matrix3x2.CreateScale(s, 1);
            case ("scaleY", 1) when S(0) is { } s:
                return Matrix3x2.CreateScale(1, s);
            case ("rotate", 1) when Angle(a[0]) is { } angle:
                return Matrix3x2.CreateRotation(angle);
            case ("rotate", 3) when Angle(a[0]) is { } angle && X(1) is { } cx && Y(2) is { } cy:
                return Matrix3x2.CreateRotation(angle, new Vector2(cx, cy));
            case ("skewX" or "skew", 1) when Angle(a[0]) is { } angle:
                return new Matrix3x2(1, 0, MathF.Tan(angle), 1, 0, 0);
            case ("skewY", 1) when Angle(a[0]) is { } angle:
                return new Matrix3x2(1, MathF.Tan(angle), 0, 1, 0, 0);
            case ("skew", 2) when Angle(a[0]) is { } ax && Angle(a[1]) is { } ay:
                return new Matrix3x2(1, MathF.Tan(ay), MathF.Tan(ax), 1, 0, 0);
            default:
                return null;
        }
    }

    private static float? Angle(string text)
    {
        foreach (var (unit, turn) in (IEnumerable<(string, double)>)[("deg", 360), ("grad", 400), ("rad", Math.Tau), ("turn", 1), ("", 360)])
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && CssLength.Number(text[..^unit.Length]) is { } number)
                return (float)(number / turn * Math.Tau);
        }

        return null;
    }

    private static Vector2? Origin(string? text, SKRect box, double fontSize, bool hasBox)
    {
        if (text is null)
            return hasBox ? new Vector2(box.MidX, box.MidY) : Vector2.Zero;
        var words = CssText.Words(text.ToLowerInvariant());
        if (words is ["top" or "bottom", ..])
            words = [words.Count > 1 ? words[1] : "center", words[0], .. words.Skip(2)];
        if (words.Count == 1)
            words.Add("center");
        var x = CssLength.Parse(Keyword(words[0]), box.Width, fontSize);
        var y = CssLength.Parse(Keyword(words[1]), box.Height, fontSize);
        return x is null || y is null ? null : new Vector2(box.Left + (float)x, box.Top + (float)y);
    }

    private static string Keyword(string text) => text switch { "left" or "top" => "0", "center" => "50%", "right" or "bottom" => "100%", _ => text };

    private static string W(float value) => float.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "0";
}
