using System.Text;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Formats lines of a JAR manifest: at most 72 bytes; a continuation line begins with a space (JAR File Specification, Notes on
/// Manifest and Signature Files).
/// </summary>
internal static class JarText
{
    private const int MaxLine = 70;

    /// <summary>Returns a folded header with its line end; no character is split.</summary>
    public static string Fold(string header)
    {
        if (Encoding.UTF8.GetByteCount(header) <= MaxLine)
            return header + "\r\n";
        var text = new StringBuilder();
        var used = 0;
        foreach (var rune in header.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > MaxLine)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        return text.Append("\r\n").ToString();
    }
}
