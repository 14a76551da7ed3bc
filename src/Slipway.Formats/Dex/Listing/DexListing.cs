using System.Globalization;

namespace Slipway.Formats.Dex.Listing;

/// <summary>
/// Lists a DEX file as text, for reading and comparing: the same classes result in the same text. Addresses are in code units,
/// literals are decimal, and a member is written <c>Lowner;-&gt;name</c> with its type.
/// </summary>
public static class DexListing
{
    /// <summary>Lists a whole file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(DexFile file, TextWriter output)
    {
        output.Write($"dex {file.Version:d3}\n");
        foreach (var type in file.Classes)
            Write(type, output);
    }

    /// <summary>Lists one class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(DexClass type, TextWriter output)
    {
        output.Write($"\nclass {type.Type} access {Hex(type.Access)} extends {type.Super ?? "-"}\n");
        type.Interfaces.ForEach(name => output.Write($"  implements {name}\n"));
        if (type.SourceFile is { } source)
            output.Write($"  source {InstructionText.Quote(source)}\n");

        WriteAnnotations(type.Annotations, "  ", output);
        foreach (var field in type.Fields)
        {
            var value = field.StaticValue is { } constant ? " = " + DexValueText.Of(constant) : "";
            output.Write($"  field {field.Reference.Name}:{field.Reference.Type} access {Hex(field.Access)}{value}\n");
            WriteAnnotations(field.Annotations, "    ", output);
        }

        type.Methods.ForEach(method => Write(method, output));
    }

    private static void Write(DexMethod method, TextWriter output)
    {
        output.Write($"  method {method.Reference.Name}{method.Reference.Descriptor} access {Hex(method.Access)}\n");
        WriteAnnotations(method.Annotations, "    ", output);
        for (var i = 0; i < method.ParameterAnnotations.Count; i++)
            WriteAnnotations(method.ParameterAnnotations[i], $"    parameter {i} ", output);

        if (method.Code is { } code)
            Write(code, output);
    }

    private static void Write(DexCode code, TextWriter output)
    {
        output.Write($"    registers {code.Registers} ins {code.Ins} outs {code.Outs}\n");
        var line = 0;
        foreach (var instruction in code.Instructions.Where(instruction => instruction.Opcode != DexOpcode.Label))
        {
            if (instruction.Line != 0 && instruction.Line != line)
            {
                line = instruction.Line;
                output.Write($"    line {line}\n");
            }

            output.Write($"    {InstructionText.Address(instruction.Address)}: {InstructionText.Of(instruction)}\n");
        }

        foreach (var attempt in code.Tries)
        {
            var handlers = attempt.Catches.Select(handler => $"{handler.Type ?? "all"}: {InstructionText.Address(handler.Target.Address)}");
            output.Write($"    try {InstructionText.Address(attempt.Start.Address)}..{InstructionText.Address(attempt.End.Address)} {string.Join(", ", handlers)}\n");
        }
    }

    private static void WriteAnnotations(List<DexAnnotation> annotations, string indent, TextWriter output)
    {
        foreach (var annotation in annotations)
        {
            var value = DexValueText.Of(new DexValue.Annotation(annotation.Type, annotation.Elements));
            output.Write($"{indent}annotation {annotation.Visibility} {value}\n");
        }
    }

    private static string Hex(int flags) => "0x" + flags.ToString("x", CultureInfo.InvariantCulture);
}
