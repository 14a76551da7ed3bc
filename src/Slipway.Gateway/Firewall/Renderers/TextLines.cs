using System.Text;

namespace Slipway.Gateway.Firewall.Renderers;

/// <summary>Lines end the same on every machine.</summary>
internal static class TextLines
{
    public static void Line(this StringBuilder text, string line) => text.Append(line).Append('\n');
}
