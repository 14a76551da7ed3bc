using System.Text;
using QRCoder;

namespace Slipway.Deploy;

/// <summary>A QR code of an address (ISO/IEC 18004), with the quiet zone of four modules that scanners need.</summary>
public sealed class QrCode
{
    private readonly bool[,] _dark;

    private QrCode(bool[,] dark) => _dark = dark;

    /// <summary>Modules on a side, with the quiet zone.</summary>
    public int Side => _dark.GetLength(0);

    /// <summary>Whether a module is dark.</summary>
    public bool IsDark(int x, int y) => _dark[y, x];

    /// <summary>Encodes a text with error correction level M: scanners read it even when 15 % of the code is damaged.</summary>
    public static QrCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // The matrix already includes the quiet zone.
        var dark = new bool[data.ModuleMatrix.Count, data.ModuleMatrix.Count];
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix.Count; x++)
                dark[y, x] = data.ModuleMatrix[y][x];
        }

        return new QrCode(dark);
    }

    /// <summary>The code as SVG: always dark on light, whatever the colours of the page, because scanners expect that.</summary>
    public string ToSvg()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var start = x;
                while (x < Side && _dark[y, x])
                    x++;
                if (x > start)
                    path.Append($"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{Side}v{Side}h-{Side}z"/><path d="{path}"/></svg>""";
    }
}
