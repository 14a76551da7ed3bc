namespace Slipway.Formats.ClassFile;

/// <summary>Maps byte offsets in a method's code to the instructions that begin there.</summary>
/// <param name="indexAt">By byte offset: index of the instruction that begins there, or -1; one more entry for the end.</param>
/// <param name="where">The class, for messages.</param>
internal sealed class InstructionPlaces(int[] indexAt, string? where)
{
    /// <summary>Index of the instruction at <paramref name="offset"/>.</summary>
    public int Index(int offset)
    {
        if ((uint)offset >= (uint)indexAt.Length - 1 || indexAt[offset] < 0)
            throw new ClassFileException(ClassFileFault.Malformed, $"there is no instruction at {offset} of the code", entry: where);
        return indexAt[offset];
    }

    /// <summary>Returns the index of the instruction at an offset; the end of the code is a valid offset too.</summary>
    public int IndexOrEnd(int offset) => offset == indexAt.Length - 1 ? indexAt[offset] : Index(offset);
}
