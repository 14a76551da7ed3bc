using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>Appends lines with the same line end on every system.</summary>
internal static class TextLines
{
    public static void Line(this StringBuilder text, string line) => text.Append(line).Append('\n');
}
