using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Verification;

namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>Faults that no assembler writes.</summary>
public sealed class DexVerifierModelTests
{
    [Fact]
    public void Sound_code_passes() => Assert.Empty(Findings(_ => { }));

    [Fact]
    public void Incoming_words_are_those_of_the_descriptor() => Refused("incoming words", method => method.Code!.Ins = 2);

    [Fact]
    public void Incoming_words_fit_the_registers() => Refused("do not hold", method => method.Code!.Registers = 0);

    [Fact]
    public void A_call_fits_the_outgoing_words() => Refused("outgoing words", method => method.Code!.Outs = 0);

    [Fact]
    public void A_method_without_code_is_abstract_or_native() => Refused("has no code", method => method.Code = null);

    [Fact]
    public void An_abstract_method_has_no_code() => Refused("has code", method => method.Access |= 0x400);

    [Fact]
    public void A_method_is_in_its_class() => Refused("names LOther; as its class", method => method.Reference = method.Reference with { Owner = "LOther;" });

    [Fact]
    public void The_constructor_flag_is_for_constructors() => Refused("constructor flag", method => method.Access |= 0x10000);

    [Fact]
    public void Code_is_not_empty() => Refused("falls off the end", method => method.Code!.Instructions.Clear());

    [Fact]
    public void A_branch_leads_somewhere() => Refused("does not lead to an instruction", method =>
        method.Code!.Instructions.Insert(0, new() { Opcode = DexOpcode.Goto, Operand = new DexLabel() }));

    [Fact]
    public void A_branch_does_not_lead_behind_the_code() => Refused("does not lead to an instruction", method =>
    {
        var end = new DexLabel();
        method.Code!.Instructions.Insert(0, new() { Opcode = DexOpcode.Goto, Operand = end });
        method.Code.Instructions.Add(new() { Opcode = DexOpcode.Label, Operand = end });
    });

    [Fact]
    public void A_handler_that_catches_all_is_the_last() => Refused("follows a handler that catches everything", method =>
        AddTry(method.Code!, start => [new(null, start), new("Ljava/lang/Error;", start)]));

    [Fact]
    public void Tries_are_in_order() => Refused("out of order", method =>
    {
        AddTry(method.Code!, start => [new(null, start)]);
        method.Code!.Tries.Add(method.Code.Tries[0]);
    });

    [Fact]
    public void An_operation_exists() => Refused("no operation 0x3e", method =>
        method.Code!.Instructions.Insert(0, new() { Opcode = (DexOpcode)0x3e }));

    [Fact]
    public void A_descriptor_is_well_formed() => Refused("descriptor is malformed", method =>
        method.Reference = method.Reference with { Descriptor = "(Q)V" });

    [Fact]
    public void A_member_is_defined_once()
    {
        var owner = Sound();
        owner.Methods.Add(owner.Methods[0]);
        Assert.Contains(Verify(owner), finding => finding.Text.Contains("defined twice", StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_below_itself_does_not_hang()
    {
        var owner = Sound();
        owner.Super = owner.Type;
        owner.Interfaces.Add(owner.Type);
        Verify(owner);
    }

    [Fact]
    public void Unbalanced_monitors_are_only_warned_of()
    {
        var findings = Findings(method => method.Code!.Instructions.InsertRange(0,
            [new() { Opcode = DexOpcode.ConstString, A = 0, Operand = "a" }, new() { Opcode = DexOpcode.MonitorEnter, A = 0 }, new() { Opcode = DexOpcode.Const4, A = 0 }]));
        Assert.Equal(DexSeverity.Warning, Assert.Single(findings).Severity);
    }

    [Fact]
    public void A_library_answers_for_classes_of_the_device()
    {
        var owner = Sound();
        owner.Methods[0].Code!.Instructions.Insert(0, new() { Opcode = DexOpcode.Throw, A = 0 });
        owner.Methods[0].Code!.Instructions.Insert(0, new() { Opcode = DexOpcode.Sget + 2, A = 0, Operand = new DexFieldReference("LDevice;", "x", "LDevice;") });
        Assert.Empty(Verify(owner));
        var file = new DexFile();
        file.Classes.Add(owner);
        var findings = DexVerifier.Verify(file, type => type == "LDevice;" ? new("Ljava/lang/Object;", [], false) : null);
        Assert.Contains("Throwable", Assert.Single(findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_made_to_take_long_is_given_up() => Assert.Contains("too complex", Assert.Single(Findings(method =>
    {
        var code = method.Code!;
        code.Registers = 60_000;
        var labels = Enumerable.Range(0, 3000).Select(_ => new DexLabel()).ToArray();
        code.Instructions.InsertRange(0, labels.SelectMany(label => new DexInstruction[]
        {
            new() { Opcode = DexOpcode.Label, Operand = label },
            new() { Opcode = DexOpcode.IfEqz, A = 59_999, Operand = labels[^1] },
            new() { Opcode = DexOpcode.IfNez, A = 59_999, Operand = labels[0] },
        }));
        code.Instructions[^2].Arguments = [59_999];
    })).Text, StringComparison.Ordinal);

    [Fact]
    public void A_tower_of_classes_does_not_take_long()
    {
        var file = new DexFile();
        file.Classes.Add(Sound());
        for (var i = 0; i < 3000; i++)
            file.Classes.Add(new() { Type = $"LT{i};", Super = $"LT{i + 1};", Access = 1 });

        Assert.Equal(TypeRelation.Unknown, new TypeHierarchy([file]).Relate("LOther;", "LT0;"));
    }

    private static void AddTry(DexCode code, Func<DexLabel, DexCatch[]> catches)
    {
        var (start, end) = (new DexLabel(), new DexLabel());
        code.Instructions.Insert(0, new() { Opcode = DexOpcode.Label, Operand = start });
        code.Instructions.Insert(2, new() { Opcode = DexOpcode.Label, Operand = end });
        code.Tries.Add(new(start, end, catches(start)));
    }

    private static void Refused(string expected, Action<DexMethod> fault)
    {
        var finding = Assert.Single(Findings(fault));
        Assert.Equal(DexSeverity.Error, finding.Severity);
        Assert.Contains(expected, finding.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DexFinding> Findings(Action<DexMethod> fault)
    {
        var owner = Sound();
        fault(owner.Methods[0]);
        return Verify(owner);
    }

    private static IReadOnlyList<DexFinding> Verify(DexClass owner)
    {
        var file = new DexFile();
        file.Classes.Add(owner);
        return DexVerifier.Verify(file);
    }

    private static DexClass Sound()
    {
        var owner = new DexClass { Type = "LSound;", Super = "Ljava/lang/Object;", Access = 1 };
        var code = new DexCode { Registers = 1, Ins = 1, Outs = 1 };
        code.Instructions.Add(new() { Opcode = DexOpcode.InvokeStatic, Operand = new DexMethodReference("LOther;", "f", "(I)V"), Arguments = [0] });
        code.Instructions.Add(new() { Opcode = DexOpcode.ReturnVoid });
        owner.Methods.Add(new() { Reference = new("LSound;", "f", "(I)V"), Access = 9, Code = code });
        return owner;
    }
}
