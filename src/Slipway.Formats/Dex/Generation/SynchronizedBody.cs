namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// DEX ignores ACC_SYNCHRONIZED on methods with code (dex-format, "access_flags"): code acquires the lock, and releases it on every
/// return and on every exception.
/// </summary>
internal static class SynchronizedBody
{
    /// <summary>Adds the entry and the handler. The blocks of the returns already release the lock.</summary>
    public static void Wrap(MethodContext context, List<BasicBlock> blocks, int held, int exception)
    {
        var release = Release(held, exception);
        var covered = blocks.FindAll(b => !EndsInReturn(b));
        foreach (var group in covered.GroupBy(b => b.Handlers).ToList())
        {
            var handlers = group.Key;
            if (handlers.Count == 0 || handlers[^1].CatchType is not null)
                handlers = [.. handlers, new BlockHandler(null, release)];
            foreach (var block in group)
                block.Handlers = handlers;
        }
        foreach (var block in blocks.FindAll(EndsInReturn))
            block.Handlers = [];
        blocks.Insert(0, Acquire(context, held, blocks[0]));
        if (covered.Count > 0)
            blocks.Add(release);
    }

    private static bool EndsInReturn(BasicBlock block) =>
        block.Code.Count > 0 && block.Code[^1].Opcode is >= DexOpcode.ReturnVoid and <= DexOpcode.ReturnObject;

    private static BasicBlock Acquire(MethodContext context, int held, BasicBlock body)
    {
        var acquire = new BasicBlock(0, 0) { Next = body };
        acquire.Code.Add(context.IsStatic
            ? new Operation(DexOpcode.ConstClass, held) { Reference = TypeNames.Descriptor(context.Owner.Class.Name) }
            : new Operation(DexOpcode.MoveObject, held, 0));
        acquire.Code.Add(new Operation(DexOpcode.MonitorEnter, held));
        foreach (var operation in acquire.Code)
            operation.Line = body.Code.Count > 0 ? body.Code[0].Line : 0;
        return acquire;
    }

    private static BasicBlock Release(int held, int exception)
    {
        var release = new BasicBlock(0, 0) { Entry = [] };
        release.Code.Add(new Operation(DexOpcode.MoveException, exception));
        release.Code.Add(new Operation(DexOpcode.MonitorExit, held));
        release.Code.Add(new Operation(DexOpcode.Throw, exception));
        return release;
    }
}
