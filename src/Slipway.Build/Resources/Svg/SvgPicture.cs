using SkiaSharp;
using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Resources.Svg;

/// <summary>An SVG picture, read once and drawn at any size.</summary>
internal sealed class SvgPicture : IIconPicture
{
    private readonly SKPicture _picture;
    private readonly SKRect _view;

    private SvgPicture(SKPicture picture, SKRect view)
    {
        _picture = picture;
        _view = view;
    }

    public IReadOnlyList<string> Remarks => [];

    public static SvgPicture Load(ReadOnlyMemory<byte> bytes, string where)
    {
        SvgDocument document = SvgDocument.Load(bytes, where);
        SKRect view = document.ViewBox();
        using var recorder = new SKPictureRecorder();
        SKCanvas canvas = recorder.BeginRecording(view);
        canvas.ClipRect(view);
        new SvgRenderer(document, canvas).DrawRoot();
        return new SvgPicture(recorder.EndRecording(), view);
    }

    public void Draw(SKCanvas canvas, SKRect target)
    {
        float scale = Math.Min(target.Width / _view.Width, target.Height / _view.Height);
        canvas.Save();
        canvas.Translate(target.MidX - (_view.MidX * scale), target.MidY - (_view.MidY * scale));
        canvas.Scale(scale);
        canvas.DrawPicture(_picture);
        canvas.Restore();
    }

    public void Dispose() => _picture.Dispose();
}
