namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Removes operations with unused results, and lets an operation write a local variable directly when its result was only moved there
/// from the operand stack.
/// </summary>
internal sealed class DeadMoveRemoval
{
    /// <summary>Limit on the search back for the operation that produced a moved value.</summary>
    private const int MaxDistance = 48;

    private readonly BasicBlock _block;
    private readonly RegisterSet _live;
    private readonly RegisterSet _liveInHandlers;

    private DeadMoveRemoval(BasicBlock block, Liveness liveness)
    {
        _block = block;
        _live = liveness.LiveOut(block);
        _liveInHandlers = liveness.LiveInHandlers(block);
    }

    public static void Run(BasicBlock block, Liveness liveness)
    {
        if (block.Code.Count > 0)
            new DeadMoveRemoval(block, liveness).Run();
    }

    private void Run()
    {
        var kept = new List<Operation>(_block.Code.Count);
        for (var i = _block.Code.Count - 1; i >= 0; i--)
        {
            var operation = _block.Code[i];
            var traits = operation.Traits;
            if (traits.IsPure && !_live.ContainsAny(operation.A, OperationTraits.Words(traits.A)))
                continue;
            if (IsMove(operation.Opcode) && TryWriteDirectly(i))
                continue;
            Liveness.StepBack(_live, operation, _liveInHandlers);
            kept.Add(operation);
        }
        kept.Reverse();
        _block.Code = kept;
    }

    private static bool IsMove(DexOpcode opcode) => opcode is DexOpcode.Move or DexOpcode.MoveWide or DexOpcode.MoveObject;

    /// <summary>
    /// For <c>move to, from</c> where <c>from</c> dies: finds the operation that produced <c>from</c> in this block and lets it write
    /// <c>to</c>, unless an operation in between uses <c>to</c> or a handler could read it too early.
    /// </summary>
    private bool TryWriteDirectly(int index)
    {
        var move = _block.Code[index];
        var words = OperationTraits.Words(move.Traits.A);
        if (_live.ContainsAny(move.B, words) || Overlap(move.A, words, move.B, words) || _liveInHandlers.ContainsAny(move.B, words))
            return false;
        var maker = FindMaker(index, move.A, move.B, words);
        if (maker < 0)
            return false;
        _block.Code[maker].A = move.A;
        for (var i = maker + 1; i < index; i++)
            Rename(_block.Code[i], move.B, move.A, words);
        return true;
    }

    private int FindMaker(int index, int to, int from, int words)
    {
        var visibleToHandlers = _liveInHandlers.ContainsAny(to, words);
        for (var i = index - 1; i >= Math.Max(0, index - MaxDistance); i--)
        {
            var operation = _block.Code[i];
            var traits = operation.Traits;
            var written = traits.WritesA ? OperationTraits.Words(traits.A) : 0;
            if (written == words && operation.A == from && !traits.ReadsA)
                return i;
            if (written > 0 && Overlap(operation.A, written, to, words))
                return -1;
            if (written > 0 && Overlap(operation.A, written, from, words) && !(operation.A == from && traits.ReadsA))
                return -1;
            if (Reads(operation, to, words) || (visibleToHandlers && traits.CanThrow))
                return -1;
            if (operation.Arguments.Length > CopyPropagation.MaxScatteredArguments && Reads(operation, from, words))
                return -1;
        }
        return -1;
    }

    private static bool Overlap(int a, int aWords, int b, int bWords) => a < b + bWords && b < a + aWords;

    private static bool Reads(Operation operation, int register, int words)
    {
        var traits = operation.Traits;
        return (traits.ReadsA && Overlap(operation.A, OperationTraits.Words(traits.A), register, words))
            || Overlap(operation.B, OperationTraits.Words(traits.B), register, words)
            || Overlap(operation.C, OperationTraits.Words(traits.C), register, words)
            || Array.Exists(operation.Arguments, a => Overlap(a, 1, register, words));
    }

    /// <summary>Every operation reads a value in its full width, so comparing the first register is enough, except in argument lists.</summary>
    private static void Rename(Operation operation, int from, int to, int words)
    {
        var traits = operation.Traits;
        if (traits.ReadsA && operation.A == from)
            operation.A = to;
        if (traits.B != RegisterKind.None && operation.B == from)
            operation.B = to;
        if (traits.C != RegisterKind.None && operation.C == from)
            operation.C = to;
        var arguments = operation.Arguments;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] >= from && arguments[i] < from + words)
                arguments[i] += to - from;
        }
    }
}
