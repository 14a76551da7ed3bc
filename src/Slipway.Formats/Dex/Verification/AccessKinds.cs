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

/// <summary>The seven variants of each get and put, in the order of their opcodes.</summary>
internal enum AccessKind
{
    /// <summary>int or float.</summary>
    Word,

    /// <summary>long or double.</summary>
    Wide,
    Object,
    Boolean,
    Byte,
    Char,
    Short,
}

/// <summary>Access flags that the verifier looks at (dex-format, "access_flags definitions").</summary>
internal static class DexAccessFlags
{
    public const int Public = 0x1;
    public const int Private = 0x2;
    public const int Protected = 0x4;
    public const int Static = 0x8;
    public const int Final = 0x10;
    public const int Volatile = 0x40;
    public const int Native = 0x100;
    public const int Interface = 0x200;
    public const int Abstract = 0x400;
    public const int Constructor = 0x10000;
}

/// <summary>Checks the visibility of members. Protected members count as visible, because the full rule needs the type of the receiver.</summary>
internal static class MemberAccess
{
    public static bool Allows(string from, string owner, int access) =>
        from == owner
        || (access & (DexAccessFlags.Public | DexAccessFlags.Protected)) != 0
        || ((access & DexAccessFlags.Private) == 0 && Package(from) == Package(owner));

    private static string Package(string type) => type[..(type.LastIndexOf('/') + 1)];
}
