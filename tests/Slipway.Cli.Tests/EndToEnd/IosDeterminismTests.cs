using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>The same input gives the same package for iOS; without a fixed time only the CMS of the executable differs.</summary>
public sealed class IosDeterminismTests : IDisposable
{
    private const uint MagicOfSuperBlob = 0xFADE0CC0;
    private const uint SlotOfCms = 0x10000;

    private static readonly string[] Executable = ["Payload/FieldNotes.app/FieldNotes"];

    private readonly TemporaryFolder _folder = new();

    private static string Sample => Path.Combine(Repository.Root, "samples", "field-notes");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_zone_locale_mask_cores_and_caches_leave_no_trace()
    {
        var first = File.ReadAllBytes(Build(Sample, "first", new() { ["SOURCE_DATE_EPOCH"] = "1767225600" }));
        Assert.Equal(0, SlipwayRun.Of("bash", ["-c", $"umask 077; mkdir -p '{_folder["other place"]}'; cp -r '{Sample}' '{_folder["other place"]}'"], []).ExitCode);
        var second = File.ReadAllBytes(Build(Path.Combine(_folder["other place"], "field-notes"), "second", new()
        {
            ["SOURCE_DATE_EPOCH"] = "1767225600",
            ["TZ"] = "Asia/Kathmandu",
            ["LC_ALL"] = "tr_TR.UTF-8",
            ["DOTNET_PROCESSOR_COUNT"] = "1",
            ["SLIPWAY_CACHE"] = _folder["empty cache"],
        }));
        Assert.Equal(SHA256.HashData(first), SHA256.HashData(second));
    }

    [Fact]
    public void Another_time_changes_the_CMS_and_nothing_else()
    {
        var first = Entries(Build(Sample, "first", new() { ["SOURCE_DATE_EPOCH"] = "1767225600" }));
        var second = Entries(Build(Sample, "second", new() { ["SOURCE_DATE_EPOCH"] = "1767229201" }));
        Assert.Equal(first.Keys, second.Keys);
        Assert.Equal(Executable, first.Keys.Where(name => !first[name].AsSpan().SequenceEqual(second[name])));
        var (one, other) = (first[Executable[0]], second[Executable[0]]);
        Assert.Equal(one.Length, other.Length);
        var (start, length) = Cms(one);
        var differing = Enumerable.Range(0, one.Length).Where(i => one[i] != other[i]).ToList();
        Assert.InRange(differing[0], start, start + length);
        Assert.InRange(differing[^1], start, start + length);
    }

    private string Build(string app, string output, Dictionary<string, string> environment)
    {
        var run = SlipwayRun.Of(["build", app, "--platform", "ios", "--out", _folder[output], .. AppleIdentity.Today.Options("dev", "development")], environment);
        Assert.True(run.ExitCode == 0, run.Error);
        return Directory.GetFiles(_folder[output]).Single();
    }

    // Unpacked by a tool of others.
    private SortedDictionary<string, byte[]> Entries(string ipa)
    {
        var folder = ipa + " unpacked";
        Assert.Equal(0, SlipwayRun.Of("unzip", ["-q", ipa, "-d", folder], []).ExitCode);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes);
        return new SortedDictionary<string, byte[]>(files, StringComparer.Ordinal);
    }

    // Where the CMS is: in the signature, which starts with its magic number and a table of type and offset (xnu, cs_blobs.h).
    private static (int Start, int Length) Cms(byte[] executable)
    {
        Span<byte> magic = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(magic, MagicOfSuperBlob);
        var start = executable.AsSpan().LastIndexOf(magic);
        var count = Number(executable, start + 8);
        for (var i = 0; i < count; i++)
        {
            var index = start + 12 + (i * 8);
            if ((uint)Number(executable, index) == SlotOfCms)
            {
                var blob = start + Number(executable, index + 4);
                return (blob, Number(executable, blob + 4));
            }
        }

        throw new InvalidOperationException("the signature has no CMS");
    }

    private static int Number(byte[] bytes, int offset) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset));
}
