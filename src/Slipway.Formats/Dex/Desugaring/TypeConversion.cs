using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Converts values between types like LambdaMetafactory does between the interface method, the types that the call site enforces and
/// the implementation (Java SE 17 API, java.lang.invoke.LambdaMetafactory, "adaptable").
/// </summary>
internal static class TypeConversion
{
    /// <summary>Converts the value on top of the stack.</summary>
    /// <param name="code">The code to append to.</param>
    /// <param name="source">Type descriptor of the value.</param>
    /// <param name="target">Required type descriptor.</param>
    /// <param name="promised">Type descriptor that the call site enforces for this value.</param>
    public static void Emit(CodeBuilder code, string source, string target, string promised)
    {
        if (JvmType.IsPrimitive(source))
        {
            if (JvmType.IsPrimitive(target))
                Widen(code, source[0], target[0]);
            else
                Box(code, source[0], JvmType.Unwrapped(target) ?? source[0]);
            return;
        }

        if (!JvmType.IsPrimitive(promised))
        {
            Cast(code, source, promised);
            source = promised;
        }

        if (JvmType.IsPrimitive(target))
            Unbox(code, source, target[0]);
        else
            Cast(code, source, target);
    }

    private static void Cast(CodeBuilder code, string source, string target)
    {
        if (source != target && target != JvmType.Object)
            code.Cast(JvmType.ToName(target));
    }

    private static void Box(CodeBuilder code, char source, char boxed)
    {
        Widen(code, source, boxed);
        var wrapper = JvmType.Wrapper(boxed);
        code.InvokeStatic(wrapper, "valueOf", $"({boxed})L{wrapper};");
    }

    private static void Unbox(CodeBuilder code, string source, char target)
    {
        if (JvmType.Unwrapped(source) is { } boxed)
        {
            code.InvokeVirtual(JvmType.ToName(source), JvmType.UnboxingMethod(boxed), $"(){boxed}");
            Widen(code, boxed, target);
            return;
        }

        var holder = target is 'Z' or 'C' ? JvmType.Wrapper(target) : "java/lang/Number";
        Cast(code, source, JvmType.FromName(holder));
        code.InvokeVirtual(holder, JvmType.UnboxingMethod(target), $"(){target}");
    }

    private static void Widen(CodeBuilder code, char source, char target)
    {
        var opcode = (source, target) switch
        {
            ('J', 'F') => JvmOpcode.L2f,
            ('J', 'D') => JvmOpcode.L2d,
            ('F', 'D') => JvmOpcode.F2d,
            ('J' or 'F' or 'D', _) => JvmOpcode.Nop,
            (_, 'J') => JvmOpcode.I2l,
            (_, 'F') => JvmOpcode.I2f,
            (_, 'D') => JvmOpcode.I2d,
            _ => JvmOpcode.Nop,
        };
        if (opcode != JvmOpcode.Nop)
            code.Op(opcode);
    }
}
