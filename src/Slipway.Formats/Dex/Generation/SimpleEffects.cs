using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Instructions whose effect on the operand stack is fixed (JVMS 6.5): what they pop, from first pushed to last, and what
/// they push. Letters are those of descriptors; <c>[x</c> is an array of x.
/// </summary>
internal static class SimpleEffects
{
    private static readonly SimpleEffect?[] Effects = Build();

    public static SimpleEffect? Of(JvmOpcode opcode) => (int)opcode < Effects.Length ? Effects[(int)opcode] : null;

    private static SimpleEffect?[] Build()
    {
        var effects = new SimpleEffect?[256];
        void Add(string effect, params ReadOnlySpan<JvmOpcode> opcodes)
        {
            foreach (var opcode in opcodes)
                effects[(int)opcode] = SimpleEffect.Parse(effect);
        }
        void AddRange(string effect, JvmOpcode first, int count, int step)
        {
            for (var i = 0; i < count; i++)
                effects[(int)first + (i * step)] = SimpleEffect.Parse(effect);
        }
        Add("", JvmOpcode.Nop, JvmOpcode.Goto);
        Add(">I", JvmOpcode.Ipush);
        AddArithmetic(AddRange);
        AddConversions(Add);
        AddArrays(Add);
        Add("JJ>I", JvmOpcode.Lcmp);
        Add("FF>I", JvmOpcode.Fcmpl, JvmOpcode.Fcmpg);
        Add("DD>I", JvmOpcode.Dcmpl, JvmOpcode.Dcmpg);
        AddRange("I", JvmOpcode.Ifeq, 6, 1);
        AddRange("II", JvmOpcode.IfIcmpeq, 6, 1);
        AddRange("LL", JvmOpcode.IfAcmpeq, 2, 1);
        AddRange("L", JvmOpcode.Ifnull, 2, 1);
        Add("I", JvmOpcode.Tableswitch, JvmOpcode.Lookupswitch);
        Add("L", JvmOpcode.Athrow, JvmOpcode.Monitorenter, JvmOpcode.Monitorexit);
        return effects;
    }

    private delegate void RangeAdder(string effect, JvmOpcode first, int count, int step);

    private delegate void Adder(string effect, params ReadOnlySpan<JvmOpcode> opcodes);

    private static void AddArithmetic(RangeAdder addRange)
    {
        addRange("II>I", JvmOpcode.Iadd, 5, 4);
        addRange("JJ>J", JvmOpcode.Ladd, 5, 4);
        addRange("FF>F", JvmOpcode.Fadd, 5, 4);
        addRange("DD>D", JvmOpcode.Dadd, 5, 4);
        addRange("I>I", JvmOpcode.Ineg, 1, 1);
        addRange("J>J", JvmOpcode.Lneg, 1, 1);
        addRange("F>F", JvmOpcode.Fneg, 1, 1);
        addRange("D>D", JvmOpcode.Dneg, 1, 1);
        addRange("II>I", JvmOpcode.Ishl, 3, 2);
        addRange("JI>J", JvmOpcode.Lshl, 3, 2);
        addRange("II>I", JvmOpcode.Iand, 3, 2);
        addRange("JJ>J", JvmOpcode.Land, 3, 2);
    }

    private static void AddConversions(Adder add)
    {
        add("I>J", JvmOpcode.I2l);
        add("I>F", JvmOpcode.I2f);
        add("I>D", JvmOpcode.I2d);
        add("J>I", JvmOpcode.L2i);
        add("J>F", JvmOpcode.L2f);
        add("J>D", JvmOpcode.L2d);
        add("F>I", JvmOpcode.F2i);
        add("F>J", JvmOpcode.F2l);
        add("F>D", JvmOpcode.F2d);
        add("D>I", JvmOpcode.D2i);
        add("D>J", JvmOpcode.D2l);
        add("D>F", JvmOpcode.D2f);
        add("I>I", JvmOpcode.I2b, JvmOpcode.I2c, JvmOpcode.I2s);
    }

    private static void AddArrays(Adder add)
    {
        add("[II>I", JvmOpcode.Iaload);
        add("[JI>J", JvmOpcode.Laload);
        add("[FI>F", JvmOpcode.Faload);
        add("[DI>D", JvmOpcode.Daload);
        add("[BI>I", JvmOpcode.Baload);
        add("[CI>I", JvmOpcode.Caload);
        add("[SI>I", JvmOpcode.Saload);
        add("[III", JvmOpcode.Iastore);
        add("[JIJ", JvmOpcode.Lastore);
        add("[FIF", JvmOpcode.Fastore);
        add("[DID", JvmOpcode.Dastore);
        add("[BII", JvmOpcode.Bastore);
        add("[CII", JvmOpcode.Castore);
        add("[SII", JvmOpcode.Sastore);
    }
}

/// <summary>A fixed effect on the operand stack.</summary>
/// <param name="Pops">Descriptors of the operands, from first pushed to last; <c>L</c> is any reference.</param>
/// <param name="Push">The result; null for none.</param>
internal sealed record SimpleEffect(IReadOnlyList<string> Pops, SlotType? Push)
{
    /// <summary>Reads the notation of <see cref="SimpleEffects"/>.</summary>
    public static SimpleEffect Parse(string notation)
    {
        var arrow = notation.IndexOf('>', StringComparison.Ordinal);
        var end = arrow < 0 ? notation.Length : arrow;
        var pops = new List<string>();
        for (var at = 0; at < end;)
        {
            var length = notation[at] == '[' ? 2 : 1;
            pops.Add(notation.Substring(at, length));
            at += length;
        }
        return new SimpleEffect(pops, arrow < 0 ? null : SlotType.OfDescriptor(notation[(arrow + 1)..]));
    }

    public void Apply(SlotFrame frame, MethodContext context)
    {
        for (var i = Pops.Count - 1; i >= 0; i--)
            PopOperand(Pops[i], frame, context);
        if (Push is not null)
            frame.Push(Push);
    }

    private static void PopOperand(string expected, SlotFrame frame, MethodContext context)
    {
        if (expected[0] != '[')
        {
            frame.PopDescriptor(expected);
            return;
        }
        var array = frame.PopReference();
        var fits = array.Kind == SlotKind.Null || array.Descriptor == expected || (expected == "[B" && array.Descriptor == "[Z");
        if (!fits)
            throw context.Malformed($"'{array.Descriptor}' is not an array of the type that the instruction accesses");
    }
}
