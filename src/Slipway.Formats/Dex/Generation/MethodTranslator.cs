using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Translates the code of a method. Every local variable and every slot of the operand stack becomes a virtual register; unnecessary
/// moves are then removed block by block, and registers of the frame are assigned. Sources: JVMS 17 chapters 4 and 6, and
/// source.android.com, "Dalvik bytecode" and "Dalvik executable instruction formats".
/// </summary>
public static class MethodTranslator
{
    /// <summary>Translates the code of a method.</summary>
    /// <param name="owner">The class that declares the method.</param>
    /// <param name="method">The method; it must have code.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="MalformedInputException">The code is not valid.</exception>
    /// <exception cref="UnsupportedCodeException">The code is valid and has no translation.</exception>
    public static DexCode Translate(JavaClass owner, JavaMethod method, DexOptions options) =>
        Translate(new ClassContext(owner, options, new SharedReferences()), method);

    internal static DexCode Translate(ClassContext owner, JavaMethod method)
    {
        var code = method.Code ?? throw new ArgumentException("The method has no code.", nameof(method));
        var context = new MethodContext(owner, method, code);
        if (code.MaxLocals is < 0 or > ushort.MaxValue || code.MaxStack is < 0 or > ushort.MaxValue)
            throw context.Malformed("the sizes of the frame are out of range");
        var graph = FlowGraph.Build(context);
        var frame = new SlotFrame(context, code.MaxLocals);
        FlowAnalysis.Run(context, graph, frame);
        var lowered = MethodLowering.Run(context, graph, frame);
        Optimize(context, lowered);
        WideLoadOverArray.Avoid(lowered, owner.Options.MinSdk);
        var result = CodeEmitter.Run(context, lowered, RegisterAssignment.Make(context, lowered));
        if (owner.Options.Debug)
            result.ParameterNames.AddRange(ParameterNames.Of(context));
        return result;
    }

    private static void Optimize(MethodContext context, LoweredMethod method)
    {
        const long maxLivenessWords = 16_000_000;
        const int rounds = 2;
        if (Liveness.Cost(method.Blocks.Count, method.Registers) > maxLivenessWords)
            throw context.Unsupported("the method is too complex");
        for (var round = 0; round < rounds; round++)
        {
            foreach (var block in method.Blocks)
                CopyPropagation.Run(block, method.Stack);
            var liveness = Liveness.Run(method.Blocks, method.Registers);
            foreach (var block in method.Blocks)
                DeadMoveRemoval.Run(block, liveness);
        }
    }
}
