using System.Text;
using Slipway.Formats.Plist;
using Slipway.Formats.Tests.Plist;
using Slipway.Formats.Tests.Provisioning;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>Property lists of both forms with every kind of value, and two profiles.</summary>
internal static class PlistSeeds
{
    public static IReadOnlyList<byte[]> All =>
    [
        PlistXmlWriter.Write(PlistValues.Every),
        PlistBinaryWriter.Write(PlistValues.Every),
        PlistBinaryWriter.Write(PlistValues.Every.With("uid", new PlistUid(7)).With("huge", new PlistInteger(ulong.MaxValue))),
        PlistBinaryWriter.Write(new PlistArray(new PlistString("a"), new PlistArray(), new PlistDictionary())),
    ];

    public static IReadOnlyList<byte[]> Profiles => [AppleIdentity.Of2026.Profile("development"), AppleIdentity.Of2026.Profile("inhouse")];

    public static IReadOnlyList<byte[]> Words =>
    [
        .. new[]
        {
            "<dict>", "</dict>", "<key>a</key>", "<array>", "</array>", "<true/>", "<integer>", "-9223372036854775809", "0x", "<real>nan</real>", "<date>",
            "0000-00-00T00:00:00Z", "<data>", "====", "CF$UID", "<!DOCTYPE plist [<!ENTITY b \"c\">]>", "&b;", "&#0;", "<!--", "-->", "<?x?>", "<![CDATA[", "bplist00",
        }.Select(Encoding.UTF8.GetBytes),
        [0xA1, 0x00], [0xD1, 0x00, 0x00], [0xAF, 0x13, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x14], [0x22], [0x33], [0x4F, 0x12, 0x7F, 0xFF, 0xFF, 0xFF], [0x5F, 0x10], [0x6F], [0x80],
        [0x30, 0x80], [0xA0, 0x80], [0x04, 0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x05, 0x00], [0x00, 0x00],
    ];
}
