namespace Slipway.Formats.Dex.Generation;

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
