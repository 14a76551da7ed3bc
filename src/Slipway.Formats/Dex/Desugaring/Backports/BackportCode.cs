using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>Code sequences that several backports share.</summary>
internal static class BackportCode
{
    private const string Builder = "java/lang/StringBuilder";

    /// <summary>Pushes the concatenation of constant strings and of parameters given as (type descriptor, slot).</summary>
    public static CodeBuilder Text(this CodeBuilder code, params ReadOnlySpan<object> parts)
    {
        code.New(Builder).Op(JvmOpcode.Dup).InvokeSpecial(Builder, "<init>", "()V");
        foreach (var part in parts)
        {
            if (part is (string type, int slot))
                ConcatCalls.Append(code.Load(type, slot), type);
            else
                ConcatCalls.Append(code.Constant(part), JvmType.Text);
        }

        return code.InvokeVirtual(Builder, "toString", "()Ljava/lang/String;");
    }

    /// <summary>Throws an exception with a message made like <see cref="Text"/>.</summary>
    public static CodeBuilder Throw(this CodeBuilder code, string exception, params ReadOnlySpan<object> message) =>
        code.New(exception).Op(JvmOpcode.Dup).Text(message)
            .InvokeSpecial(exception, "<init>", "(Ljava/lang/String;)V").Op(JvmOpcode.Athrow);

    /// <summary>Throws NullPointerException when the object on the stack is null, and leaves it there.</summary>
    public static CodeBuilder NotNull(this CodeBuilder code) =>
        code.InvokeStatic("java/util/Objects", "requireNonNull", "(Ljava/lang/Object;)Ljava/lang/Object;");

    /// <summary>Pushes the value of a parameter after a null check that names it.</summary>
    public static CodeBuilder NotNull(this CodeBuilder code, int slot, string name) =>
        code.ALoad(slot).Constant(name)
            .InvokeStatic("java/util/Objects", "requireNonNull", "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;");

    /// <summary>Calls a method that exists only for backports.</summary>
    public static CodeBuilder Internal(this CodeBuilder code, string name, string descriptor) =>
        code.InvokeStatic(BackportTable.Internal, name, descriptor);
}
