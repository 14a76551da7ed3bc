namespace Slipway.Formats.Dex.Generation;

/// <summary>Instructions that run in sequence and have the same handlers.</summary>
internal sealed class BasicBlock(int start, int end)
{
    /// <summary>Index of the first JVM instruction.</summary>
    public int Start { get; } = start;

    /// <summary>Index after the last JVM instruction.</summary>
    public int End { get; } = end;

    /// <summary>Position in the list of all blocks.</summary>
    public int Index { get; set; }

    /// <summary>Types of the slots on entry; null while the block is unreachable.</summary>
    public SlotType[]? Entry { get; set; }

    /// <summary>Whether a branch or the preceding block leads here; false when only exceptions do.</summary>
    public bool HasJumpsIn { get; set; }

    /// <summary>Handlers in the order in which they are tried.</summary>
    public IReadOnlyList<BlockHandler> Handlers { get; set; } = [];

    public List<Operation> Code { get; set; } = [];

    /// <summary>The block that follows when the last operation does not branch; null after a return or throw.</summary>
    public BasicBlock? Next { get; set; }

    public DexLabel Label { get; } = new();

    /// <summary>Targets of the last operation.</summary>
    public IEnumerable<BasicBlock> BranchTargets
    {
        get
        {
            if (Code.Count == 0)
                return [];
            var last = Code[^1];
            return last.Switch?.Blocks ?? (last.Target is null ? [] : [last.Target]);
        }
    }
}

/// <summary>A handler for exceptions of a block.</summary>
/// <param name="CatchType">Internal name of the caught class; null for a handler that catches everything.</param>
/// <param name="Target">The block that handles the exception: a block of the JVM code at first, its landing block later.</param>
internal sealed record BlockHandler(string? CatchType, BasicBlock Target);
