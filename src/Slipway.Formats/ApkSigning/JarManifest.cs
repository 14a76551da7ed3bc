using System.Text;

namespace Slipway.Formats.ApkSigning;

/// <summary>A parsed JAR manifest or signature file (JAR File Specification, JAR Manifest).</summary>
internal sealed class JarManifest
{
    private JarManifest(JarSection main, IReadOnlyList<JarSection> sections)
    {
        Main = main;
        Sections = sections;
    }

    public JarSection Main { get; }

    public IReadOnlyList<JarSection> Sections { get; }

    public static JarManifest Parse(byte[] bytes)
    {
        var sections = new List<JarSection>();
        var start = 0;
        var lines = new List<string>();
        var at = 0;
        while (at < bytes.Length)
        {
            var end = LineEnd(bytes, at, out var next);
            if (end == at)
            {
                Close(next);
                while (next < bytes.Length && LineEnd(bytes, next, out var after) == next)
                    next = after;
                start = next;
            }
            else if (bytes[at] == ' ' && lines.Count > 0)
            {
                lines[^1] += Encoding.Latin1.GetString(bytes, at + 1, end - at - 1);
            }
            else
            {
                lines.Add(Encoding.Latin1.GetString(bytes, at, end - at));
            }

            at = next;
        }

        Close(bytes.Length);
        return sections.Count == 0
            ? throw new MalformedInputException("JAR manifest", "it is empty")
            : new JarManifest(sections[0], sections.GetRange(1, sections.Count - 1));

        void Close(int end)
        {
            if (lines.Count > 0)
                sections.Add(JarSection.Of(lines, bytes.AsMemory(start, end - start)));
            lines.Clear();
        }
    }

    private static int LineEnd(byte[] bytes, int from, out int next)
    {
        var length = bytes.AsSpan(from).IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            next = bytes.Length;
            return bytes.Length;
        }

        var end = from + length;
        next = bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? end + 2 : end + 1;
        return end;
    }
}
