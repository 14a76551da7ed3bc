using System.Buffers.Binary;
using Slipway.Formats.MachO;
using Slipway.Formats.Tests.MachO;

namespace Slipway.Formats.Tests.CodeSignature.Writing;

/// <summary>OpenSSL, LLVM and macholib look at signed programs. The blobs are cut out without the readers of the product.</summary>
public sealed class CodeSignerOutsiderTests
{
    public static TheoryData<string> Programs => TestMachO.Names;

    [Theory]
    [MemberData(nameof(Programs))]
    public void OpenSsl_verifies_the_envelope_over_the_code_directory(string program)
    {
        var file = SignedPrograms.Sign(program);
        Assert.Equal((0, "CMS Verification successful"), Verify(Blob(file, 0, 0), Blob(file, 0x10000, 8)));
    }

    [Fact]
    public void OpenSsl_notices_a_changed_code_directory()
    {
        var file = SignedPrograms.Sign("lld14");
        var directory = Blob(file, 0, 0);
        directory[^1] ^= 1;
        Assert.Contains("verification failure", Verify(directory, Blob(file, 0x10000, 8)).Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenSsl_notices_a_changed_envelope()
    {
        var file = SignedPrograms.Sign("lld14");
        var envelope = Blob(file, 0x10000, 8);
        envelope[^1] ^= 1;
        Assert.Contains("verification failure", Verify(Blob(file, 0, 0), envelope).Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenSsl_reads_both_attributes_of_the_envelope()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Add("cms", Blob(SignedPrograms.Sign("lld14"), 0x10000, 8));
        var text = ExternalTool.Read("openssl", ["cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", path]);
        Assert.Contains("1.2.840.113635.100.9.1", text, StringComparison.Ordinal);
        Assert.Contains("1.2.840.113635.100.9.2", text, StringComparison.Ordinal);
        Assert.Contains("Mar  4 05:06:07 2026 GMT", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenSsl_reads_the_entitlements_in_the_form_of_iOS_15()
    {
        using var folder = new TemporaryFolder();
        var der = Blob(SignedPrograms.Sign("lld14"), 7, 8);
        var text = ExternalTool.Read("openssl", ["asn1parse", "-inform", "DER", "-in", folder.Add("der", der)]);
        Assert.Contains("appl [ 16 ]", text, StringComparison.Ordinal);
        Assert.Contains(":get-task-allow", text, StringComparison.Ordinal);
        der[1]--;
        Assert.NotEqual(0, ExternalTool.Run("openssl", ["asn1parse", "-inform", "DER", "-in", folder.Add("broken", der[..^1])]).ExitCode);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Llvm_and_macholib_find_the_signature_at_the_end(string program)
    {
        using var folder = new TemporaryFolder();
        var file = SignedPrograms.Sign(program);
        var path = folder.Add("program", file);
        var start = MachOReader.Read(file).Signature!.Offset;
        var headers = ExternalTool.Read("llvm-objdump", ["--macho", "--private-headers", path]);
        var command = headers[headers.IndexOf("LC_CODE_SIGNATURE", StringComparison.Ordinal)..];
        Assert.Contains($"dataoff {start}\n", command, StringComparison.Ordinal);
        Assert.Contains($"datasize {file.Length - start}", command, StringComparison.Ordinal);
        ExternalTool.Read("llvm-readobj", ["--macho-segment", "--macho-dysymtab", path]);
        const string Script = "import sys; from macholib.MachO import MachO\nprint([(c.dataoff, c.datasize) for lc, c, _ in MachO(sys.argv[1]).headers[0].commands if lc.cmd == 0x1d])";
        Assert.Equal($"[({start}, {file.Length - start})]", ExternalTool.Read("/usr/bin/python3", ["-c", Script, path]).Trim());
    }

    [Fact]
    public void Llvm_notices_a_signature_outside_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var file = SignedPrograms.Sign("lld14");
        var path = folder.Add("program", file[..^16]);
        var result = ExternalTool.Run("llvm-objdump", ["--macho", "--private-headers", path]);
        Assert.True(result.ExitCode != 0 || result.Output.Contains("past end of file", StringComparison.Ordinal));
    }

    // OpenSSL does not know Apple's extensions, which are critical.
    private static (int ExitCode, string Verdict) Verify(byte[] content, byte[] cms)
    {
        using var folder = new TemporaryFolder();
        var result = ExternalTool.Run("openssl",
        [
            "cms", "-verify", "-inform", "DER", "-in", folder.Add("cms", cms), "-content", folder.Add("content", content), "-binary",
            "-CAfile", folder.Add("root.pem", AppleIdentity.Of2026.Read("root.pem")), "-purpose", "any", "-ignore_critical", "-attime", $"{SignedPrograms.Time.ToUnixTimeSeconds()}", "-out", folder["out"],
        ]);
        return (result.ExitCode, result.Errors.Trim());
    }

    /// <summary>A blob of a kind, without so many bytes at its start.</summary>
    private static byte[] Blob(byte[] file, uint kind, int skip)
    {
        // The last place of the magic number: the code may hold it by chance.
        var start = file.AsSpan().LastIndexOf(new byte[] { 0xfa, 0xde, 0x0c, 0xc0 });
        var count = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(start + 8));
        for (var entry = start + 12; entry < start + 12 + (count * 8); entry += 8)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(entry)) != kind)
                continue;
            var at = start + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(entry + 4));
            return file[(at + skip)..(at + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 4)))];
        }

        throw new InvalidOperationException($"There is no blob {kind}.");
    }
}
