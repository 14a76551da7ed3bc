using System.Text;
using Slipway.Deploy;

namespace Slipway.Cli.Output;

/// <summary>
/// A QR code out of half blocks: a character is two modules high and one wide. Light modules are drawn, because terminals are dark;
/// where colours are shown, they are set, so that a light terminal shows the same.
/// </summary>
internal static class QrPrinter
{
    /// <summary>Prints a code with a text under it.</summary>
    public static void Print(Ink ink, string text)
    {
        var code = QrCode.Of(text);
        ink.Line();
        for (var y = 0; y < code.Side; y += 2)
            ink.Line("  " + ink.LightOnDark(Row(code, y)));
        ink.Line("  " + Terminal.Clean(text));
    }

    private static string Row(QrCode code, int y)
    {
        var row = new StringBuilder(code.Side);
        for (var x = 0; x < code.Side; x++)
        {
            var upper = !code.IsDark(x, y);
            var lower = y + 1 < code.Side && !code.IsDark(x, y + 1);
            row.Append((upper, lower) switch
            {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                _ => ' ',
            });
        }

        return row.ToString();
    }
}
