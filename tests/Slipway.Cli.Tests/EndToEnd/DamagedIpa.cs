using Slipway.Formats.Zip;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Kinds of damage to a package that was really built, each with the check that has to notice it.</summary>
internal static class DamagedIpa
{
    private const string App = "Payload/FieldNotes.app/";
    private const string Program = App + "FieldNotes";
    private const string Profile = App + "embedded.mobileprovision";

    private static readonly Lazy<byte[]> Built = new(() =>
    {
        using var folder = new TemporaryFolder();
        var sample = Path.Combine(Repository.Root, "samples", "field-notes");
        var run = SlipwayRun.Of(["build", sample, "--platform", "ios", "--out", folder.Path, .. AppleIdentity.Today.Options("dev", "development")]);
        Assert.True(run.ExitCode == 0, run.Error);
        return File.ReadAllBytes(folder["field-notes-1.0.0-development.ipa"]);
    });

    private static readonly Dictionary<string, (string Check, Func<byte[]> Make)> Kinds = new(StringComparer.Ordinal)
    {
        ["code byte"] = ("pages", () => Flipped(Program, _ => 20_000)),
        ["resource"] = ("resources-changed", () => Flipped(App + "www/index.html", _ => 20)),
        ["added file"] = ("resources-extra", () => Edited(files => files[App + "www/added.js"] = [1])),
        ["deleted file"] = ("resources-missing", () => Edited(files => files.Remove(App + "www/styles.css"))),
        ["Info.plist"] = ("info-plist-slot", () => Flipped(App + "Info.plist", file => file.AsSpan().IndexOf("Field Notes"u8))),
        ["CodeResources"] = ("resources-slot", () => Edited(files => files[App + "_CodeSignature/CodeResources"] = [.. files[App + "_CodeSignature/CodeResources"], (byte)'\n'])),
        ["XML entitlement"] = ("entitlements-slot", () => Flipped(Program, file => Behind(file, [0xfa, 0xde, 0x71, 0x71], "ABCDE12345.dev"u8))),
        ["DER entitlement"] = ("der-entitlements-slot", () => Flipped(Program, file => Behind(file, [0xfa, 0xde, 0x71, 0x72], "ABCDE12345.dev"u8))),
        ["CMS byte"] = ("cms", () => Flipped(Program, file => file.AsSpan().LastIndexOfAnyExcept((byte)0) - 40)),
        ["profile byte"] = ("profile-intact", () => Flipped(Profile, file => file.AsSpan().IndexOf("Field Notes"u8))),
        ["wrong team"] = ("profile-team", () => Edited(files => files[Profile] = File.ReadAllBytes(AppleIdentity.Today.PathOf("other-team.mobileprovision")))),
        ["truncated file"] = ("zip", () => Sound[..^1000]),
    };

    /// <summary>What can happen to a package.</summary>
    public static TheoryData<string> Names => [.. Kinds.Keys];

    /// <summary>The package as it was built.</summary>
    public static byte[] Sound => [.. Built.Value];

    /// <summary>A damaged package, and the name of the check that has to notice.</summary>
    public static (string Check, byte[] Package) Make(string name) => (Kinds[name].Check, Kinds[name].Make());

    private static byte[] Flipped(string name, Func<byte[], int> place) => Edited(files =>
    {
        var at = place(files[name]);
        Assert.InRange(at, 1, files[name].Length - 1);
        files[name][at] ^= 1;
    });

    private static int Behind(byte[] file, ReadOnlySpan<byte> magic, ReadOnlySpan<byte> text)
    {
        var start = file.AsSpan().LastIndexOf(magic);
        return start + file.AsSpan(start).IndexOf(text);
    }

    // The archive itself stays sound: it is the signature that has to notice.
    private static byte[] Edited(Action<SortedDictionary<string, byte[]>> edit)
    {
        var archive = ZipReader.Open(new MemoryStream(Sound), ZipReadLimits.ForPackages);
        var files = new SortedDictionary<string, byte[]>(archive.Entries.ToDictionary(entry => entry.Name, archive.ReadEntry), StringComparer.Ordinal);
        edit(files);
        using var folder = new TemporaryFolder();
        foreach (var (name, content) in files)
            folder.Add(name, content);
        File.SetUnixFileMode(folder[Program], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var zip = SlipwayRun.Of("zip", ["-q", "-r", "-X", "-D", "damaged.ipa", "Payload"], [], folder.Path);
        Assert.True(zip.ExitCode == 0, zip.Error);
        return File.ReadAllBytes(folder["damaged.ipa"]);
    }
}
