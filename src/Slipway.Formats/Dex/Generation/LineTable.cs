using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>The source line of every instruction.</summary>
internal sealed class LineTable
{
    private readonly int[] lines;

    public LineTable(MethodCode code)
    {
        lines = new int[code.Instructions.Count];
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var end = i + 1 < code.Lines.Count ? code.Lines[i + 1].Instruction : lines.Length;
            for (var at = Math.Max(0, code.Lines[i].Instruction); at < Math.Min(end, lines.Length); at++)
                lines[at] = code.Lines[i].Line;
        }
    }

    public int At(int instruction) => lines[instruction];
}
