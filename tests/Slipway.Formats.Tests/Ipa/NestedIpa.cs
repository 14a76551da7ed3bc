using System.Text;
using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.Ipa;
using Slipway.Formats.Plist;
using Slipway.Formats.Tests.CodeSignature.Verification;
using Slipway.Formats.Tests.MachO;
using Slipway.Formats.Tests.Provisioning;

namespace Slipway.Formats.Tests.Ipa;

/// <summary>A package of another team's making, with a framework, a library and an extension, and what signs it again.</summary>
internal static class NestedIpa
{
    public const string App = "Payload/Notes.app/";
    public const string Framework = App + "Frameworks/Paper.framework/";
    public const string Library = App + "Frameworks/libink.dylib";
    public const string Extension = App + "PlugIns/Share.appex/";

    private const string OldId = "com.example.notes";

    public static readonly DateTimeOffset Time = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static SortedDictionary<string, byte[]> Files() => new(StringComparer.Ordinal)
    {
        [App + "Info.plist"] = Info(OldId, "Notes"),
        [App + "Notes"] = TestMachO.Named("lld19"),
        [App + "PkgInfo"] = "APPL????"u8.ToArray(),
        [App + "_CodeSignature/CodeResources"] = "old"u8.ToArray(),
        [App + "_CodeSignature/CodeDirectory"] = "old"u8.ToArray(),
        [App + "SC_Info/Notes.sinf"] = "old"u8.ToArray(),
        [App + "embedded.mobileprovision"] = "old"u8.ToArray(),
        [App + "en.lproj/InfoPlist.strings"] = "\"CFBundleDisplayName\" = \"Notes\";\n"u8.ToArray(),
        [App + "www/index.html"] = Encoding.UTF8.GetBytes(new string('a', 4000)),
        [Framework + "Info.plist"] = Info("org.example.paper", "Paper"),
        [Framework + "Paper"] = TestMachO.Named("lld14-library"),
        [Framework + "texture.txt"] = "rough paper"u8.ToArray(),
        [Library] = TestMachO.Named("lld14-library"),
        [Extension + "Info.plist"] = Info(OldId + ".share", "Share"),
        [Extension + "Share"] = TestMachO.Named("lld14-adhoc"),
        ["iTunesMetadata.plist"] = "<plist/>"u8.ToArray(),
    };

    public static IpaResigning Options() =>
        new(new CodeSigningOptions(AppleIdentity.Of2026.Key("dev"), Time), AppleIdentity.Team, new Dictionary<string, IpaGrant>(StringComparer.Ordinal)
        {
            [AppleIdentity.BundleId] = Grant(AppleIdentity.BundleId),
            [AppleIdentity.BundleId + ".share"] = Grant(AppleIdentity.BundleId + ".share"),
        })
        {
            BundleId = AppleIdentity.BundleId,
        };

    public static byte[] Info(string id, string executable) =>
        PlistBinaryWriter.Write(HandIpa.Texts(("CFBundleIdentifier", id), ("CFBundleExecutable", executable),
            ("CFBundleVersion", "7"), ("CFBundleShortVersionString", "1.2.3"), ("CFBundlePackageType", "APPL"), ("MinimumOSVersion", "15.0")));

    private static IpaGrant Grant(string id) => new(
        AppleIdentity.Of2026.Profile("wildcard"),
        HandIpa.Texts(("application-identifier", $"{AppleIdentity.Team}.{id}"), ("com.apple.developer.team-identifier", AppleIdentity.Team))
            .With("get-task-allow", new PlistBoolean(true)));
}
