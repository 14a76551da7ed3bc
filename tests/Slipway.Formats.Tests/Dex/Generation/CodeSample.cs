using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Generation;

namespace Slipway.Formats.Tests.Dex.Generation;

/// <summary>A class with one method whose code a test writes by hand.</summary>
internal sealed class CodeSample
{
    public const int Static = 0x8;

    private CodeSample(JavaClass owner, JavaMethod method)
    {
        Owner = owner;
        Method = method;
    }

    public JavaClass Owner { get; }

    public JavaMethod Method { get; }

    public static CodeSample Of(string descriptor, int locals, int stack, params ReadOnlySpan<JvmInstruction> code) =>
        Of(Static, descriptor, locals, stack, code);

    public static CodeSample Of(int access, string descriptor, int locals, int stack, params ReadOnlySpan<JvmInstruction> code)
    {
        var owner = new JavaClass { Name = "Sample", SuperName = "java/lang/Object", Access = 0x21 };
        var method = new JavaMethod { Name = "run", Descriptor = descriptor, Access = access, Code = new MethodCode { MaxLocals = locals, MaxStack = stack } };
        foreach (var instruction in code)
            method.Code.Instructions.Add(instruction);
        owner.Methods.Add(method);
        return new CodeSample(owner, method);
    }

    public CodeSample Catch(int start, int end, int handler, string? type = null)
    {
        Method.Code!.Handlers.Add(new ExceptionHandler(start, end, handler, type));
        return this;
    }

    public DexCode Translate(int minSdk = 24) => MethodTranslator.Translate(Owner, Method, new DexOptions(minSdk));

    /// <summary>Opcodes without labels.</summary>
    public DexOpcode[] Opcodes(int minSdk = 24) =>
        [.. Translate(minSdk).Instructions.Select(i => i.Opcode).Where(o => o != DexOpcode.Label)];

    public static JvmInstruction I(JvmOpcode opcode, int operand = 0, int operand2 = 0, object? symbol = null) => new(opcode, operand, operand2, symbol);

    public static JvmInstruction I(JvmOpcode opcode, object symbol) => new(opcode, Symbol: symbol);
}
