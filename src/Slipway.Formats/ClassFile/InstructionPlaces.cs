namespace Slipway.Formats.ClassFile;

/// <summary>Which instruction begins at which byte of a method's code.</summary>
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

    /// <summary>The same, where the end of the code counts as a place.</summary>
    public int IndexOrEnd(int offset) => offset == indexAt.Length - 1 ? indexAt[offset] : Index(offset);
}
