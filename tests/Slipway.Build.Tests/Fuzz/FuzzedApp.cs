#pragma warning disable RS0030 // makes archives; what reads them is ours
using System.IO.Compression;
using System.Text;
using Slipway.Build.Plan;
using Slipway.Build.Tests.Resources.Icons;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Tests.Fuzz;

/// <summary>An app as nobody means it: a folder or an archive with names, sizes, encodings, nested archives, configuration and options of every kind.</summary>
internal sealed class FuzzedApp
{
    // Eight rows of eight half-transparent pixels, each after the number of its filter.
    private static readonly byte[] Picture = RasterPictures.Png(8, 8, 6, [.. Enumerable.Range(0, 8).SelectMany(_ => Enumerable.Repeat((byte)0x80, 32).Prepend((byte)0))]);

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly FuzzRandom _dice;

    private FuzzedApp(FuzzRandom dice)
    {
        _dice = dice;
        var (root, kind) = (dice.Pick(["www/", "www/", "", "dist/", "public/"]), dice.Below(4));
        _files[root + "index.html"] = FuzzedText.Encode(dice, Page());
        if (kind <= 1)
            _files[dice.Once(6) ? root + "config.xml" : "config.xml"] = FuzzedText.Encode(dice, FuzzedConfig.Write(dice));
        if (kind >= 1)
            _files[root + dice.Pick(["manifest.json", "manifest.webmanifest"])] = FuzzedText.Encode(dice, FuzzedJson.Write(dice));
        if (dice.Once(4))
            _files[dice.Pick(["capacitor.config.json", "package.json"])] = FuzzedText.Encode(dice, FuzzedJson.Write(dice));
        for (var i = dice.Below(4); i > 0; i--)
            _files[dice.Once(4) ? FuzzedText.Path(dice) : root + FuzzedText.Path(dice)] = Content();
        _files[root + "icon.png"] = Icon();
    }

    /// <summary>The app of a number.</summary>
    public static FuzzedApp Of(ulong seed, int number) => new(new FuzzRandom(seed + ((ulong)number * 0x2545f4914f6cdd1d)));

    /// <summary>Writes the app, and gives what is asked for.</summary>
    public BuildRequest WriteTo(string folder)
    {
        var path = Path.Combine(folder, "app");
        if (_dice.Once(3))
            WriteArchive(path += ".zip");
        else
            WriteFolder(path);
        return new BuildRequest(path, Path.Combine(folder, "out"), Type: null)
        {
            Options = new() { Id = Option(), Name = Option(), VersionName = Option(), VersionCode = Option() },
            Platforms = [_dice.Once(2) ? MobilePlatform.Android : MobilePlatform.Ios],
        };
    }

    public override string ToString() => string.Join('\n', _files.Select(file => $"{file.Key}: {Encoding.Latin1.GetString(file.Value.AsSpan(0, Math.Min(file.Value.Length, 2_000)))}"));

    private string? Option() => _dice.Once(12) ? FuzzedText.Value(_dice) : null;

    private string Page() => $"<!doctype html><html><head>{(_dice.Once(3) ? $"<meta charset={_dice.Pick(["utf-8", "windows-1252", "shift_jis", "utf-16", "x"])}>" : "")}<title>{FuzzedText.Value(_dice)}</title>"
        + $"<link rel={_dice.Pick(["icon", "manifest", "apple-touch-icon", "\"icon mask-icon\""])} href=\"{_dice.Pick(["icon.png", "manifest.json", "/icon.svg", ""])}\" sizes={_dice.Pick(["any", "16x16", "0x0", "999999999x1"])}>"
        + $"{(_dice.Once(10) ? $"<base href='{FuzzedText.Value(_dice)}'>" : "")}</head><body>{(_dice.Once(10) ? "<script src=/src/main.tsx></script>" : FuzzedText.Value(_dice))}</body>";

    private byte[] Icon() => _dice.Below(6) switch
    {
        0 => [],
        1 => _dice.Bytes(100),
        2 => Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' fill='red'/></svg>"),
        3 => RasterPictures.Gif(),
        _ => Picture,
    };

    private byte[] Content() => _dice.Below(8) switch
    {
        0 => [],
        1 => new byte[_dice.Below(200_000)],
        2 => _dice.Bytes(_dice.Below(3_000)),
        3 => Archive(FuzzedText.Path(_dice)),
        4 => FuzzedText.Encode(_dice, FuzzedConfig.Write(_dice)),
        _ => FuzzedText.Encode(_dice, FuzzedText.Value(_dice)),
    };

    private byte[] Archive(string name)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write("nested"u8);
        }

        return bytes.ToArray();
    }

    private void WriteArchive(string path)
    {
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in _files)
            {
                using var entry = zip.CreateEntry(name, _dice.Once(3) ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        if (!_dice.Once(6))
            return;
        var bytes = File.ReadAllBytes(path);
        for (var i = 1 + _dice.Below(3); i > 0; i--)
            bytes[_dice.Below(bytes.Length)] = (byte)_dice.Below(256);
        File.WriteAllBytes(path, bytes);
    }

    // A name that the file system does not take, or that is a folder already, is left out.
    private void WriteFolder(string path)
    {
        Directory.CreateDirectory(path);
        foreach (var (name, content) in _files.Where(file => !file.Key.Contains('\0', StringComparison.Ordinal)))
        {
            var file = Path.Combine(path, name);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, content);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another file has the name of this one's folder.
            }
        }
    }
}
