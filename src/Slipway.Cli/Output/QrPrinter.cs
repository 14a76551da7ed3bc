using System.Text;
using Slipway.Deploy;

namespace Slipway.Cli.Output;

/// <summary>
/// Prints a QR code with half blocks: a character is two modules high and one wide. It draws the light modules, because most terminals are
/// dark; with colours, it sets both, so that the code also looks right on a light terminal.
/// </summary>
internal static class QrPrinter
{
    /// <summary>Prints a QR code with a text below it.</summary>
    public static void Print(StyledWriter ink, string text)
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
