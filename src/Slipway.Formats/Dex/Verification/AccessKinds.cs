namespace Slipway.Formats.Dex.Verification;

/// <summary>Determines which types each variant of get and put moves.</summary>
internal static class AccessKinds
{
    public static AccessKind Of(DexOpcode opcode, DexOpcode first) => (AccessKind)(opcode - first);

    public static bool Fits(AccessKind kind, string type) => kind switch
    {
        AccessKind.Word => type is "I" or "F",
        AccessKind.Wide => type is "J" or "D",
        AccessKind.Object => type[0] is 'L' or '[',
        AccessKind.Boolean => type == "Z",
        AccessKind.Byte => type == "B",
        AccessKind.Char => type == "C",
        _ => type == "S",
    };

    /// <summary>Sets the result of a read when the type of the element or field is unknown.</summary>
    public static void SetUnknown(InstructionFrame frame, int register, AccessKind kind)
    {
        if (kind == AccessKind.Wide)
        {
            frame.SetWide(register, RegisterUses.ConstantLow);
            return;
        }

        frame.Set(register, kind switch
        {
            AccessKind.Object => RegisterType.UnknownReference,
            AccessKind.Word => new(RegisterUses.Int | RegisterUses.Float),
            AccessKind.Boolean => RegisterType.Of("Z"),
            AccessKind.Byte => RegisterType.Of("B"),
            AccessKind.Char => RegisterType.Of("C"),
            _ => RegisterType.Of("S"),
        });
    }

    /// <summary>Checks a store, which is more lenient than an argument: any integral value is truncated.</summary>
    public static void ExpectStorable(InstructionFrame frame, int register, AccessKind kind, string? type)
    {
        switch (kind)
        {
            case AccessKind.Wide:
                frame.ExpectWide(register, type switch
                {
                    "J" => RegisterUses.LongLow,
                    "D" => RegisterUses.DoubleLow,
                    _ => RegisterUses.ConstantLow,
                });
                break;
            case AccessKind.Word:
                frame.Expect(register, type switch
                {
                    "I" => RegisterUses.Int,
                    "F" => RegisterUses.Float,
                    _ => RegisterUses.Primitive,
                }, "a value of the element or field");
                break;
            default:
                frame.Expect(register, RegisterUses.Int, "an integral value");
                break;
        }
    }
}
