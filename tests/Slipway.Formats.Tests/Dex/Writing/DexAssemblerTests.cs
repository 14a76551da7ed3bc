using CsCheck;
using Slipway.Formats.Dex;
using static Slipway.Formats.Tests.Dex.Writing.MethodSample;

namespace Slipway.Formats.Tests.Dex.Writing;

public sealed class DexAssemblerTests
{
    [Theory]
    [InlineData(0, DexOpcode.Goto)]
    [InlineData(126, DexOpcode.Goto)]
    [InlineData(128, DexOpcode.Goto16)]
    [InlineData(32764, DexOpcode.Goto16)]
    [InlineData(32766, DexOpcode.Goto32)]
    [InlineData(140_000, DexOpcode.Goto32)]
    public void A_goto_takes_the_shortest_form_that_reaches_forward(int distance, DexOpcode form)
    {
        var end = new DexLabel();
        var read = Instructions(File([Go(end), .. Filler(distance), Place(end), ReturnVoid]));
        Assert.Equal(form, read[0].Opcode);
        Assert.Equal(read[^1].Address, read[0].Target!.Address);
    }

    [Theory]
    [InlineData(128, DexOpcode.Goto)]
    [InlineData(130, DexOpcode.Goto16)]
    [InlineData(32768, DexOpcode.Goto16)]
    [InlineData(32770, DexOpcode.Goto32)]
    public void A_goto_takes_the_shortest_form_that_reaches_back(int distance, DexOpcode form)
    {
        var start = new DexLabel();
        var read = Instructions(File([Place(start), .. Filler(distance), Go(start)]));
        Assert.Equal(form, read[^1].Opcode);
        Assert.Equal(0, read[^1].Target!.Address);
    }

    [Fact]
    public void A_goto_to_itself_has_the_only_form_that_allows_it()
    {
        var self = new DexLabel();
        Assert.Equal(DexOpcode.Goto32, Instructions(File([Place(self), Go(self)]))[0].Opcode);
    }

    [Theory]
    [InlineData(DexOpcode.IfEq, DexOpcode.IfNe)]
    [InlineData(DexOpcode.IfLt, DexOpcode.IfGe)]
    [InlineData(DexOpcode.IfGt, DexOpcode.IfLe)]
    [InlineData(DexOpcode.IfNez, DexOpcode.IfEqz)]
    [InlineData(DexOpcode.IfGez, DexOpcode.IfLtz)]
    [InlineData(DexOpcode.IfLez, DexOpcode.IfGtz)]
    public void A_condition_that_does_not_reach_is_turned_round(DexOpcode opcode, DexOpcode opposite)
    {
        var end = new DexLabel();
        var read = Instructions(File([new() { Opcode = opcode, A = 1, B = 2, Operand = end }, .. Filler(40_000), Place(end), ReturnVoid]));
        Assert.Equal(opposite, read[0].Opcode);
        Assert.Equal(read[2].Address, read[0].Target!.Address);
        Assert.Equal(DexOpcode.Goto32, read[1].Opcode);
        Assert.Equal(read[^1].Address, read[1].Target!.Address);
    }

    [Fact]
    public void A_chain_of_branches_grows_until_each_reaches()
    {
        var labels = Enumerable.Range(0, 200).Select(_ => new DexLabel()).ToList();
        var code = labels.SelectMany((l, i) => new[] { Place(l), Go(labels[(i + 101) % 200]) }).Append(ReturnVoid);
        var read = Instructions(File(code));
        Assert.All(read.Take(200).Index(), i => Assert.Equal(read[(i.Index + 101) % 200].Address, i.Item.Target!.Address));
    }

    [Fact]
    public void Strings_beyond_the_65536th_are_loaded_by_the_long_form()
    {
        var loads = Enumerable.Range(0, 65_600).Select(i => new DexInstruction { Opcode = DexOpcode.ConstString, Operand = $"s{i:00000}" });
        var read = Instructions(File([.. loads, ReturnVoid]));
        Assert.Equal(Enumerable.Range(0, 65_600).Select(i => $"s{i:00000}"), read.SkipLast(1).Select(i => (string)i.Reference!));
        Assert.Contains(read, i => i.Opcode == DexOpcode.ConstString);
        Assert.Contains(read, i => i.Opcode == DexOpcode.ConstStringJumbo);
    }

    [Fact]
    public void A_long_covered_range_is_divided_at_an_instruction()
    {
        var (start, end, handler) = (new DexLabel(), new DexLabel(), new DexLabel());
        DexTry[] tries = [new(start, end, [new("Ljava/lang/Exception;", handler), new(null, handler)])];
        var code = Code(File(35, [Place(start), .. Filler(150_000), Place(end), ReturnVoid, Place(handler), new() { Opcode = DexOpcode.MoveException }, ReturnVoid], tries));
        Assert.Equal([0, 65534, 131068], code.Tries.Select(t => t.Start.Address));
        Assert.Equal(150_000, code.Tries[^1].End.Address);
    }

    [Fact]
    public void Empty_ranges_go_and_equal_neighbours_join()
    {
        var labels = Enumerable.Range(0, 4).Select(_ => new DexLabel()).ToArray();
        DexCatch[] catches = [new(null, labels[3])];
        DexTry[] tries = [new(labels[0], labels[0], catches), new(labels[0], labels[1], catches), new(labels[1], labels[2], catches)];
        IEnumerable<DexInstruction> code = [Place(labels[0]), .. Filler(4), Place(labels[1]), .. Filler(4), Place(labels[2]), Place(labels[3]), new() { Opcode = DexOpcode.MoveException }, ReturnVoid];
        var only = Assert.Single(Code(File(35, code, tries)).Tries);
        Assert.Equal((0, 8), (only.Start.Address, only.End.Address));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_switch_with_many_cases_keeps_keys_and_targets(bool packed)
    {
        var labels = Enumerable.Range(0, 9000).Select(_ => new DexLabel()).ToList();
        var keys = labels.Select((_, i) => packed ? i - 500 : (i * 3) - 500).ToList();
        var opcode = packed ? DexOpcode.PackedSwitch : DexOpcode.SparseSwitch;
        var read = Instructions(File([
            new() { Opcode = opcode, A = 3, Operand = new DexSwitch(keys, labels) },
            .. labels.SelectMany(l => new[] { Place(l), ReturnVoid }),
        ]));
        Assert.Equal(keys, read[0].Switch!.Keys);
        Assert.Equal(read.Skip(1).Select(i => i.Address), read[0].Switch!.Targets.Select(t => t.Address));
    }

    [Fact]
    public void Array_data_of_every_width_is_kept()
    {
        var data = new[] { (1, 3), (2, 3), (4, 3), (8, 3), (1, 0) }.Select(w => new DexArrayData(w.Item1, Enumerable.Range(1, w.Item1 * w.Item2).Select(b => (byte)b).ToArray())).ToList();
        var read = Instructions(File([.. data.Select(d => new DexInstruction { Opcode = DexOpcode.FillArrayData, A = 1, Operand = d }), ReturnVoid]));
        Assert.All(data.Index(), d => Assert.Equal(d.Item.Data.ToArray(), read[d.Index].ArrayData!.Data.ToArray()));
    }

    [Fact]
    public void Every_literal_comes_back()
    {
        (DexOpcode Opcode, int Bits, int Shift)[] forms =
        [
            (DexOpcode.Const4, 4, 0), (DexOpcode.Const16, 16, 0), (DexOpcode.Const, 32, 0), (DexOpcode.ConstHigh16, 16, 16), (DexOpcode.ConstWide16, 16, 0),
            (DexOpcode.ConstWide32, 32, 0), (DexOpcode.ConstWide, 64, 0), (DexOpcode.ConstWideHigh16, 16, 48), (DexOpcode.AddIntLit16, 16, 0), (DexOpcode.AddIntLit8, 8, 0),
        ];
        var one = Gen.Int[0, forms.Length - 1].SelectMany(f => Gen.Long.Select(v => new DexInstruction { Opcode = forms[f].Opcode, A = 1, B = 2, Literal = v >> (64 - forms[f].Bits) << forms[f].Shift }));
        one.Array[500, 500].Sample(
            code =>
            {
                var read = DexReader.Read(DexWriter.Write(File([.. code, ReturnVoid]))).Classes[0].Methods[0].Code!.Instructions;
                return code.Select(i => (i.Opcode, i.Literal)).SequenceEqual(read.SkipLast(1).Select(i => (i.Opcode, i.Literal)));
            },
            iter: 20);
    }

    [Theory]
    [InlineData(DexOpcode.Move, 16, 0, 0)]
    [InlineData(DexOpcode.MoveFrom16, 256, 0, 0)]
    [InlineData(DexOpcode.AddInt, 0, 256, 0)]
    [InlineData(DexOpcode.Const4, 0, 0, 8)]
    [InlineData(DexOpcode.Const16, 0, 0, 32768)]
    [InlineData(DexOpcode.ConstHigh16, 0, 0, 1)]
    [InlineData(DexOpcode.AddIntLit8, 0, 0, -129)]
    public void An_operand_that_does_not_fit_is_refused(DexOpcode opcode, int a, int b, long literal)
    {
        var file = File(new DexInstruction { Opcode = opcode, A = a, B = b, Literal = literal }, ReturnVoid);
        Assert.Equal(DexLimit.Operand, Assert.Throws<DexLimitException>(() => DexWriter.Write(file)).Limit);
    }

    [Fact]
    public void An_operation_that_the_version_lacks_is_refused()
    {
        DexInstruction[] code = [new() { Opcode = DexOpcode.ConstMethodType, Operand = "()V" }, ReturnVoid];
        Assert.Equal(DexLimit.Version, Assert.Throws<DexLimitException>(() => DexWriter.Write(File(38, code, []))).Limit);
        Assert.Equal("()V", Instructions(File(39, code, []))[0].Reference);
    }
}
