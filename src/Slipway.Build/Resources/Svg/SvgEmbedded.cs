using System.Xml.Linq;
using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Resources.Svg;

/// <summary>
/// Replaces pictures within the picture. Those in data: addresses go through the same readers as icons, which return plain PNG or plain SVG.
/// Others are not read; browsers do not read them in an icon either.
/// </summary>
internal sealed class SvgEmbedded(SvgFaults faults, int depth)
{
    private const int MaxDepth = 3;
    private const int MaxCount = 200;
    private long _pixels;
    private SvgCosts _costs;

    /// <summary>Replaces the pictures in a document.</summary>
    /// <returns>The cost of drawing the embedded SVG pictures.</returns>
    public SvgCosts Replace(XElement root)
    {
        var count = 0;
        foreach (var element in root.Descendants().Where(e => e.Name.LocalName is "image" or "feImage").ToList())
        {
            if (element.Attribute("href") is not { } href || (element.Name.LocalName == "feImage" && href.Value.StartsWith('#')))
                continue;
            if (++count > MaxCount)
                throw faults.TooComplex($"there are more than {MaxCount} pictures in it");
            if (!DataUrl.IsInline(href.Value))
                faults.Remark("It shows pictures from other files, which are not read");
            if (DataUrl.IsInline(href.Value) && Plain(href.Value) is { } plain)
                href.Value = plain;
            else
                element.Remove();
        }

        return _costs;
    }

    private string? Plain(string address)
    {
        if (DataUrl.Decode(address) is not { } bytes)
            return null;
        try
        {
            return PictureSide.IsDrawing(bytes) ? Drawing(bytes) : Pixels(bytes);
        }
        catch (IconException e) when (e.Fault is IconFault.NotAnImage or IconFault.Damaged)
        {
            faults.Remark($"A picture in it is left out: {e.Reason}");
            return null;
        }
    }

    private string Drawing(byte[] bytes)
    {
        if (depth >= MaxDepth)
            throw faults.TooComplex("pictures nest too deeply");
        var plain = SanitizedSvg.Of(bytes, faults.Where, depth + 1);
        _costs += plain.Costs;
        foreach (var remark in plain.Remarks)
            faults.Remark(remark);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(plain.Text));
    }

    private string Pixels(byte[] bytes)
    {
        using var picture = RasterPicture.Decode(bytes, faults.Where);
        foreach (var remark in picture.Remarks)
            faults.Remark(remark);
        if ((_pixels += (long)picture.Image.Width * picture.Image.Height) > RasterPicture.MaxPixels)
            throw faults.TooComplex($"the pictures in it have more than {RasterPicture.MaxPixels} pixels");
        using var pixels = picture.Image.PeekPixels() ?? throw faults.Damaged("a picture in it has no pixels");
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1)) ?? throw faults.Damaged("a picture in it cannot be kept");
        return "data:image/png;base64," + Convert.ToBase64String(png.Span);
    }
}
