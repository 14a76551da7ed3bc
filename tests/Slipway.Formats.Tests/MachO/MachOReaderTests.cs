using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Formats.MachO;

namespace Slipway.Formats.Tests.MachO;

public sealed partial class MachOReaderTests
{
    public static TheoryData<string> Programs => TestMachO.Names;

    [Theory]
    [MemberData(nameof(Programs))]
    public void Llvm_reads_the_same_load_commands(string name)
    {
        var file = TestMachO.Named(name);
        Assert.Equal(ByLlvm(file), Ours(MachOReader.Read(file)));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Macholib_reads_the_same_load_commands(string name)
    {
        var file = TestMachO.Named(name);
        Assert.Equal(ByMacholib(file), MachOReader.Read(file).Commands.Select(command => $"{command.Kind:x} {command.Size}"));
    }

    [Fact]
    public void A_changed_size_of_a_segment_is_seen_by_llvm_and_by_us()
    {
        var file = TestMachO.Named("lld14");
        var before = ByLlvm(file);
        file[MachOReader.Read(file).Segment("__DATA")!.Command + 33] ^= 0x40;
        Assert.NotEqual(before, ByLlvm(file));
        Assert.Equal(ByLlvm(file), Ours(MachOReader.Read(file)));
    }

    [Fact]
    public void What_a_program_says_about_itself_is_read()
    {
        var image = MachOReader.Read(TestMachO.Named("lld14"));
        Assert.Equal(MachOImage.Arm64, image.CpuType);
        Assert.Equal(MachOImage.Executable, image.FileType);
        Assert.Equal(new MachOBuild(MachOBuild.Ios, new Version(15, 0, 0), new Version(18, 0, 0)), image.Build);
        Assert.Equal("/usr/lib/libSystem.B.dylib", Assert.Single(image.Libraries).Name);
        Assert.Equal(0x4000, image.EntryPoint);
        Assert.Equal(0u, image.Encryption!.System);
        Assert.NotNull(image.Uuid);
        Assert.Null(image.Signature);
        Assert.Equal(TestMachO.Named("lld14").Length, image.LinkEditEnd);
        Assert.Equal(MachOImage.DynamicLibrary, MachOReader.Read(TestMachO.Named("lld14-library")).FileType);
    }

    [Fact]
    public void The_signature_of_a_linker_is_found()
    {
        var file = TestMachO.Named("lld19-adhoc");
        Assert.Equal(file.Length, MachOReader.Read(file).Signature!.End);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_file_cut_off_anywhere_is_refused(string name)
    {
        var file = TestMachO.Named(name);
        for (var length = 0; length < file.Length; length += 64)
            Assert.Throws<MachOException>(() => MachOReader.Read(file.AsMemory(0, length)));
    }

    [Theory]
    [InlineData("feedface", MachOFault.Unsupported)]
    [InlineData("cefaedfe", MachOFault.Unsupported)]
    [InlineData("feedfacf", MachOFault.Unsupported)]
    [InlineData("7f454c46", MachOFault.NotMachO)]
    [InlineData("cafebabe", MachOFault.Fat)]
    public void Other_kinds_of_files_are_refused_by_name(string magic, MachOFault fault) =>
        Assert.Equal(fault, Assert.Throws<MachOException>(() => MachOReader.Read(Convert.FromHexString(magic + new string('0', 64)))).Fault);

    [Theory]
    [InlineData(0u)]
    [InlineData(7u)]
    [InlineData(12u)]
    [InlineData(0xfffffff8u)]
    public void A_load_command_of_an_impossible_size_is_refused(uint size) => Refused(MachOFault.Malformed, (file, _) => Write(file, 36, size));

    [Fact]
    public void A_huge_number_of_load_commands_is_refused() => Refused(MachOFault.Malformed, (file, _) => Write(file, 16, uint.MaxValue));

    [Fact]
    public void A_huge_size_of_load_commands_is_refused() => Refused(MachOFault.Truncated, (file, _) => Write(file, 20, uint.MaxValue));

    [Fact]
    public void A_huge_number_of_sections_is_refused() =>
        Refused(MachOFault.Malformed, (file, image) => Write(file, image.Segment("__TEXT")!.Command + 64, uint.MaxValue));

    [Fact]
    public void A_huge_number_of_symbols_is_refused() =>
        Refused(MachOFault.Truncated, (file, image) => Write(file, Command(image, 2) + 12, uint.MaxValue));

    [Fact]
    public void Segments_that_overlap_are_refused() =>
        Refused(MachOFault.Malformed, (file, image) => Write(file, image.Segment("__DATA")!.Command + 40, 0x4000));

    [Fact]
    public void A_signature_outside_of_the_file_is_refused() =>
        Refused(MachOFault.Truncated, (file, image) => Write(file, Command(image, 0x1d) + 8, (uint)file.Length));

    [Fact]
    public void Two_signatures_are_refused() => Refused(MachOFault.Malformed, (file, image) => Write(file, Command(image, 0x29), 0x1d));

    private static void Refused(MachOFault fault, Action<byte[], MachOImage> mutate)
    {
        var file = TestMachO.Named("lld14-adhoc");
        mutate(file, MachOReader.Read(file));
        Assert.Equal(fault, Assert.Throws<MachOException>(() => MachOReader.Read(file)).Fault);
    }

    private static int Command(MachOImage image, uint kind) => image.Commands.First(command => command.Kind == kind).Offset;

    private static void Write(byte[] file, int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(offset), value);

    private static IEnumerable<string> Ours(MachOImage image) =>
        image.Segments.Select(s => $"{s.Name} {s.Address:x} {s.MemorySize:x} {s.FileOffset} {s.FileSize} {s.Sections.Count}");

    private static List<string> ByLlvm(byte[] file)
    {
        using var folder = new TemporaryFolder();
        var text = ExternalTool.Read("llvm-readobj", ["--macho-segment", folder.Add("program", file)]);
        return
        [
            .. SegmentText.Matches(text).Select(m => string.Create(
                CultureInfo.InvariantCulture,
                $"{m.Groups["name"].Value} {m.Groups["address"].Value.ToLowerInvariant()} {m.Groups["memory"].Value.ToLowerInvariant()} {m.Groups["offset"].Value} {m.Groups["size"].Value} {m.Groups["sections"].Value}")),
        ];
    }

    private static string[] ByMacholib(byte[] file)
    {
        using var folder = new TemporaryFolder();
        const string Script = "import sys; from macholib.MachO import MachO\nfor lc, _, _ in MachO(sys.argv[1]).headers[0].commands: print('%x %d' % (lc.cmd, lc.cmdsize))";
        return ExternalTool.Read("/usr/bin/python3", ["-c", Script, folder.Add("program", file)]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(
        @"Name: (?<name>\w+)\s+Size: \d+\s+vmaddr: 0x(?<address>\w+)\s+vmsize: 0x(?<memory>\w+)\s+fileoff: (?<offset>\d+)\s+filesize: (?<size>\d+)\s+maxprot: \S+\s+initprot: \S+\s+nsects: (?<sections>\d+)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SegmentText { get; }
}
