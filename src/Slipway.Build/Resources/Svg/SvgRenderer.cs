using System.Xml.Linq;
using SkiaSharp;
using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Resources.Svg;

/// <summary>Draws the elements of a document. Depth and number of drawn elements are limited, so that <c>use</c> cannot multiply without end.</summary>
internal sealed class SvgRenderer(SvgDocument document, SKCanvas canvas)
{
    private readonly SvgGradients _gradients = new(document);
    private int _drawn;

    public void DrawRoot() => DrawChildren(document.Root, new SvgStyle().For(document.Root, document), 0);

    private void DrawChildren(XElement parent, SvgStyle style, int depth)
    {
        foreach (XElement child in parent.Elements().Where(SvgDocument.IsSvg))
        {
            Draw(child, style, depth + 1);
        }
    }

    private void Draw(XElement element, SvgStyle inherited, int depth)
    {
        Spend(depth);
        string name = element.Name.LocalName;
        if (name is "defs" or "title" or "desc" or "metadata" or "style" or "symbol" or "linearGradient" or "radialGradient" or "clipPath" or "mask" or "filter" or "marker" or "pattern")
        {
            return;
        }

        SvgStyle style = inherited.For(element, document);
        if (!style.IsDisplayed)
        {
            return;
        }

        canvas.Save();
        canvas.Concat(SvgTransform.Parse((string?)element.Attribute("transform"), document));
        Clip(style, depth);
        bool isLayer = style.Opacity < 1;
        if (isLayer)
        {
            using var paint = new SKPaint { Color = SKColors.Black.WithAlpha((byte)Math.Clamp(style.Opacity * 255, 0, 255)) };
            canvas.SaveLayer(paint);
        }

        DrawContent(element, style, depth);
        if (isLayer)
        {
            canvas.Restore();
        }

        canvas.Restore();
    }

    private void DrawContent(XElement element, SvgStyle style, int depth)
    {
        if (element.Name.LocalName is "g" or "a" or "switch")
        {
            DrawChildren(element, style, depth);
        }
        else if (element.Name.LocalName == "use")
        {
            DrawUse(element, style, depth);
        }
        else
        {
            using SKPath path = SvgShapes.PathOf(element, document) ?? throw document.Unsupported($"<{element.Name.LocalName}>");
            if (style.IsVisible)
            {
                Paint(path, style);
            }
        }
    }

    private void DrawUse(XElement use, SvgStyle style, int depth)
    {
        if (document.Target(SvgDocument.Href(use)) is not { } target)
        {
            return;
        }

        canvas.Translate(SvgNumbers.Length((string?)use.Attribute("x") ?? "0", 100, document), SvgNumbers.Length((string?)use.Attribute("y") ?? "0", 100, document));
        if (target.Name.LocalName == "symbol")
        {
            DrawChildren(target, style.For(target, document), depth + 1);
        }
        else
        {
            Draw(target, style, depth + 1);
        }
    }

    private void Clip(SvgStyle style, int depth)
    {
        if (style.ClipPath is not { } reference)
        {
            return;
        }

        if (document.Target(Url(reference)) is not { Name.LocalName: "clipPath" } clip)
        {
            throw document.Unsupported($"the clip path '{reference}'");
        }

        if ((string?)clip.Attribute("clipPathUnits") == "objectBoundingBox")
        {
            throw document.Unsupported("a clip path in units of the bounding box");
        }

        using var region = new SKPathBuilder();
        foreach (XElement shape in clip.Elements().Where(SvgDocument.IsSvg))
        {
            Spend(depth);
            using SKPath path = SvgShapes.PathOf(shape, document) ?? throw document.Unsupported($"<{shape.Name.LocalName}> in a clip path");
            path.FillType = style.For(shape, document).ClipRule;
            path.Transform(SvgTransform.Parse((string?)shape.Attribute("transform"), document));
            region.AddPath(path);
        }

        using SKPath whole = region.Detach();
        canvas.ClipPath(whole, antialias: true);
    }

    private void Paint(SKPath path, SvgStyle style)
    {
        path.FillType = style.FillRule;
        using (SKPaint? fill = CreatePaint(style.Fill, style.FillOpacity, path.Bounds, style))
        {
            if (fill is not null)
            {
                canvas.DrawPath(path, fill);
            }
        }

        using SKPaint? stroke = style.StrokeWidth > 0 ? CreatePaint(style.Stroke, style.StrokeOpacity, path.Bounds, style) : null;
        if (stroke is null)
        {
            return;
        }

        stroke.Style = SKPaintStyle.Stroke;
        stroke.StrokeWidth = style.StrokeWidth;
        stroke.StrokeCap = style.Cap;
        stroke.StrokeJoin = style.Join;
        stroke.StrokeMiter = style.MiterLimit;
        float[] dashes = style.Dashes.Length % 2 == 0 ? style.Dashes : [.. style.Dashes, .. style.Dashes];
        using SKPathEffect? dash = dashes.Sum() > 0.01f * dashes.Length && dashes.Min() >= 0 ? SKPathEffect.CreateDash(dashes, style.DashOffset) : null;
        stroke.PathEffect = dash;
        canvas.DrawPath(path, stroke);
    }

    private SKPaint? CreatePaint(string source, float opacity, SKRect bounds, SvgStyle style)
    {
        if (source is "none" or "")
        {
            return null;
        }

        byte alpha = (byte)Math.Clamp(opacity * 255, 0, 255);
        if (!source.StartsWith("url", StringComparison.Ordinal))
        {
            SKColor colour = SvgColor.Parse(source, style.Color, document);
            return new SKPaint { IsAntialias = true, Color = colour.WithAlpha((byte)(colour.Alpha * alpha / 255)) };
        }

        XElement? target = document.Target(Url(source));
        return target?.Name.LocalName is "linearGradient" or "radialGradient"
            ? new SKPaint { IsAntialias = true, Color = SKColors.Black.WithAlpha(alpha), Shader = _gradients.Shader(target, bounds, style) }
            : throw document.Unsupported($"painting with '{source}'");
    }

    private static string Url(string reference)
    {
        int open = reference.IndexOf('(', StringComparison.Ordinal);
        int close = reference.IndexOf(')', StringComparison.Ordinal);
        return open >= 0 && close > open ? reference[(open + 1)..close].Trim(' ', '"', '\'') : reference;
    }

    private void Spend(int depth)
    {
        if (depth > SvgDocument.MaxDepth || ++_drawn > SvgDocument.MaxDrawn)
        {
            throw new IconException(IconFault.SvgTooComplex, "elements nest or repeat too deeply", document.Where);
        }
    }
}
