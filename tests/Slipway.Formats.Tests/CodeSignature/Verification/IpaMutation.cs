using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.CodeSignature.Verification;

namespace Slipway.Formats.Tests.CodeSignature.Verification;

/// <summary>A change to a signed package, and the checks that have to notice it.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Make">The changed package.</param>
/// <param name="Expected">The checks that fail, all of them.</param>
internal sealed record IpaMutation(string Name, Func<byte[]> Make, params IpaCheck[] Expected)
{
    public static readonly IReadOnlyList<IpaMutation> All =
    [
        new("code byte", () => Changed(HandIpa.Executable, _ => 12_000), IpaCheck.Pages),
        new("resource", () => Changed(HandIpa.App + "www/index.html", _ => 20), IpaCheck.ResourcesChanged),
        new("added file", () => Edited(files => files[HandIpa.App + "www/added.js"] = [1]), IpaCheck.ResourcesExtra),
        new("deleted file", () => Edited(files => files.Remove(HandIpa.App + "www/app.js")), IpaCheck.ResourcesMissing),
        new("Info.plist", () => Changed(HandIpa.App + "Info.plist", file => file.AsSpan().IndexOf("1.2.3"u8)), IpaCheck.InfoPlistSlot, IpaCheck.ResourcesChanged),
        new("CodeResources", () => Edited(files => files[HandIpa.App + CodeResources.Path] = [.. files[HandIpa.App + CodeResources.Path], (byte)'\n']), IpaCheck.ResourcesSlot),
        new("XML entitlement", () => Edited(files => files[HandIpa.Executable][XmlLineEnd(files[HandIpa.Executable])] = (byte)' '), IpaCheck.EntitlementsSlot),
        new("DER entitlement", () => Changed(HandIpa.Executable, DerText), IpaCheck.DerEntitlementsSlot),
        new("CMS byte", () => Changed(HandIpa.Executable, file => file.AsSpan().LastIndexOfAnyExcept((byte)0) - 40), IpaCheck.Cms),
        new("profile byte", () => Changed(HandIpa.App + "embedded.mobileprovision", file => file.AsSpan().IndexOf("Field Notes"u8)), IpaCheck.ProfileIntact, IpaCheck.ResourcesChanged),
        new("wrong team", () => HandIpa.Pack(HandIpa.Files("other", AppleIdentity.OtherTeam)), IpaCheck.ProfileTeam, IpaCheck.ProfileCertificate),
        new("truncated file", () => HandIpa.Pack(HandIpa.Files())[..^1000], IpaCheck.Zip),
    ];

    private static byte[] Changed(string name, Func<byte[], int> place) => Edited(files => files[name][place(files[name])] ^= 1);

    private static byte[] Edited(Action<SortedDictionary<string, byte[]>> edit)
    {
        var files = HandIpa.Files();
        edit(files);
        return HandIpa.Pack(files);
    }

    private static int DerText(byte[] file)
    {
        // Tag and length of the text, then the text: 0x0c, 33, the team.
        byte[] text = [0x0c, 33, .. "ABCDE12345.dev.slipway"u8];
        var start = file.AsSpan().IndexOf(text);
        return start + 20;
    }

    private static int XmlLineEnd(byte[] file)
    {
        var start = file.AsSpan().IndexOf("<dict>"u8);
        return start + file.AsSpan(start).IndexOf((byte)'\n');
    }
}
