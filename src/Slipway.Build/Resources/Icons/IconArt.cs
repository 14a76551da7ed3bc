using SkiaSharp;
using Slipway.Build.Plan;

namespace Slipway.Build.Resources.Icons;

/// <summary>The pictures of an icon, and how each form of the icon combines them.</summary>
internal sealed class IconArt : IDisposable
{
    private readonly IIconPicture _main;
    private readonly IIconPicture? _foreground;
    private readonly IIconPicture? _background;
    private readonly IIconPicture? _monochrome;
    private readonly bool _hasMain;

    /// <summary>Part of a layer that the main picture fills: a tile reaches the edge of the visible part, any other picture stays clear of the mask.</summary>
    private readonly float _part;

    private IconArt(IIconPicture main, IIconPicture? foreground, IIconPicture? background, IIconPicture? monochrome, Colour? colour, bool hasMain)
    {
        var tile = main is BuiltInIcon ? new Colour((uint)BuiltInIcon.Tile) : TileColour.Of(main);
        colour ??= foreground is null ? tile : null;
        _part = tile is null || main is BuiltInIcon ? AppIcons.SafePart : AppIcons.SeenPart;
        _main = main;
        _foreground = foreground;
        _background = background;
        _monochrome = monochrome;
        _hasMain = hasMain;
        Paper = (colour is { Argb: > 0xFFFFFF } ? colour : null) ?? (hasMain ? TileColour.OfSides(main) : null) ?? Colour.White;
        BackgroundColour = colour ?? Colour.White;
    }

    public Colour BackgroundColour { get; }

    /// <summary>Colour behind the main picture in forms that must not be transparent.</summary>
    public Colour Paper { get; }

    public bool HasBackgroundPicture => _background is not null;

    /// <summary>Remarks about the pictures.</summary>
    public IReadOnlyList<IconRemark> Remarks { get; private init; } = [];

    /// <summary>Opens the pictures.</summary>
    /// <exception cref="IconException">No picture can be used, and one is required.</exception>
    public static IconArt Open(IconPlan plan)
    {
        var remarks = new List<IconRemark>();
        var areLayersNeeded = plan.Source == IconSource.Configuration;
        IIconPicture? main = null, foreground = null, background = null, monochrome = null;
        try
        {
            main = IconPictures.OpenFirst(plan.Main, plan.Source != IconSource.Page, remarks);
            foreground = IconPictures.OpenFirst(plan.Foreground, areLayersNeeded, remarks);
            background = IconPictures.OpenFirst(plan.Background, areLayersNeeded, remarks);
            monochrome = IconPictures.OpenFirst(plan.Monochrome, areLayersNeeded, remarks);
            var all = main ?? (foreground is null ? new BuiltInIcon() : IconPictures.OpenFirst(plan.Foreground, isNeeded: true, [])!);
            return new IconArt(all, foreground, background, monochrome, plan.BackgroundColour, main is not null) { Remarks = remarks };
        }
        catch
        {
            main?.Dispose();
            foreground?.Dispose();
            background?.Dispose();
            monochrome?.Dispose();
            throw;
        }
    }

    /// <summary>A layer from the app is already 108 dp wide; any other picture is drawn into the part that is always visible.</summary>
    public void DrawForeground(SKCanvas canvas, float size)
    {
        if (_foreground is not null)
            _foreground.Draw(canvas, SKRect.Create(size, size));
        else
            _main.Draw(canvas, Centre(size, _part));
    }

    public void DrawBackground(SKCanvas canvas, float size) => _background!.Draw(canvas, SKRect.Create(size, size));

    /// <summary>A themed icon uses only the alpha. A picture that fills its square would be one solid shape, so its darkness becomes the alpha.</summary>
    public void DrawMonochrome(SKCanvas canvas, float size)
    {
        if (_monochrome is not null)
        {
            _monochrome.Draw(canvas, SKRect.Create(size, size));
            return;
        }

        using var layer = new SKBitmap(new SKImageInfo((int)size, (int)size, SKColorType.Rgba8888, SKAlphaType.Premul));
        layer.Erase(SKColors.Transparent);
        using (var inner = new SKCanvas(layer))
            DrawForeground(inner, size);

        Monochrome.Apply(layer);
        canvas.DrawBitmap(layer, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
    }

    public void DrawSquare(SKCanvas canvas, float size)
    {
        if (_main is not BuiltInIcon)
            _main.Draw(canvas, SKRect.Create(size, size));
        else
            DrawTile(canvas, size, size * 0.2f);
    }

    /// <summary>Draws the whole square without transparency: the main picture, or both layers, or the built-in icon.</summary>
    public void DrawOpaque(SKCanvas canvas, float size)
    {
        if (!_hasMain)
        {
            DrawTile(canvas, size, 0);
            return;
        }

        canvas.Clear(new SKColor(Paper.Argb | 0xFF000000));
        _main.Draw(canvas, SKRect.Create(size, size));
    }

    public void DrawRound(SKCanvas canvas, float size) => DrawTile(canvas, size, size / 2);

    public void Dispose()
    {
        _main.Dispose();
        _foreground?.Dispose();
        _background?.Dispose();
        _monochrome?.Dispose();
    }

    /// <summary>Draws both layers as the launcher's mask shows them: the central 72 of 108 dp.</summary>
    private void DrawTile(SKCanvas canvas, float size, float radius)
    {
        using var mask = new SKRoundRect(SKRect.Create(size, size), radius);
        canvas.Save();
        canvas.ClipRoundRect(mask, antialias: true);
        using var paint = new SKPaint { Color = new SKColor(BackgroundColour.Argb) };
        canvas.DrawRect(SKRect.Create(size, size), paint);
        canvas.Translate(-size / 4, -size / 4);
        _background?.Draw(canvas, SKRect.Create(size * 1.5f, size * 1.5f));
        DrawForeground(canvas, size * 1.5f);
        canvas.Restore();
    }

    private static SKRect Centre(float size, float part) => SKRect.Create(size * (1 - part) / 2, size * (1 - part) / 2, size * part, size * part);
}
