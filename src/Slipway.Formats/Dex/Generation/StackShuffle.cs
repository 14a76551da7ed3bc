using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// The dup family and swap as a permutation of slots (JVMS 6.5). <see cref="Result"/> names, for each slot that the instruction
/// leaves, which of the consumed slots it is a copy of. <see cref="Moves"/> is the same as a sequence of moves that never reads an
/// overwritten slot; slots after the result are scratch.
/// </summary>
/// <param name="Consumed">Number of consumed slots.</param>
/// <param name="Result">For each slot left, from the bottom, the consumed slot that it copies.</param>
/// <param name="Moves">Destination, source, and the consumed slot whose value is moved.</param>
internal sealed record StackShuffle(int Consumed, int[] Result, (int To, int From, int Value)[] Moves)
{
    private static readonly StackShuffle Dup = new(1, [0, 0], [(1, 0, 0)]);
    private static readonly StackShuffle DupX1 = new(2, [1, 0, 1], [(2, 1, 1), (1, 0, 0), (0, 2, 1)]);
    private static readonly StackShuffle DupX2 = new(3, [2, 0, 1, 2], [(3, 2, 2), (2, 1, 1), (1, 0, 0), (0, 3, 2)]);
    private static readonly StackShuffle Dup2 = new(2, [0, 1, 0, 1], [(2, 0, 0), (3, 1, 1)]);
    private static readonly StackShuffle Dup2X1 = new(3, [1, 2, 0, 1, 2], [(4, 2, 2), (3, 1, 1), (2, 0, 0), (1, 4, 2), (0, 3, 1)]);
    private static readonly StackShuffle Dup2X2 = new(4, [2, 3, 0, 1, 2, 3], [(5, 3, 3), (4, 2, 2), (3, 1, 1), (2, 0, 0), (1, 5, 3), (0, 4, 2)]);
    private static readonly StackShuffle Swap = new(2, [1, 0], [(2, 1, 1), (1, 0, 0), (0, 2, 1)]);

    public static StackShuffle? Of(JvmOpcode opcode) => opcode switch
    {
        JvmOpcode.Dup => Dup,
        JvmOpcode.DupX1 => DupX1,
        JvmOpcode.DupX2 => DupX2,
        JvmOpcode.Dup2 => Dup2,
        JvmOpcode.Dup2X1 => Dup2X1,
        JvmOpcode.Dup2X2 => Dup2X2,
        JvmOpcode.Swap => Swap,
        _ => null,
    };

    public void Apply(SlotFrame frame, MethodContext context)
    {
        var consumed = new SlotType[Consumed];
        for (var i = Consumed - 1; i >= 0; i--)
            consumed[i] = frame.PopSlot();
        for (var i = 0; i < Result.Length; i++)
        {
            var type = consumed[Result[i]];
            if (type.IsWide && (i + 1 == Result.Length || Result[i + 1] != Result[i] + 1))
                throw context.Malformed("a long or double is split");
            if (type.IsHigh && (i == 0 || Result[i - 1] != Result[i] - 1))
                throw context.Malformed("a long or double is split");
            frame.PushSlot(type);
        }
    }
}
