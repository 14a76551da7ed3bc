using System.Text;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Arsc;
using Slipway.Formats.Axml;
using Slipway.Formats.ClassFile;
using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.CodeSignature.Verification;
using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Desugaring;
using Slipway.Formats.Dex.Generation;
using Slipway.Formats.Dex.Listing;
using Slipway.Formats.Dex.Verification;
using Slipway.Formats.Keys;
using Slipway.Formats.MachO;
using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;
using Slipway.Formats.Tests.CodeSignature.Reading;
using Slipway.Formats.Tests.CodeSignature.Verification;
using Slipway.Formats.Tests.CodeSignature.Writing;
using Slipway.Formats.Tests.MachO;
using Slipway.Formats.Tests.Outsiders;
using Slipway.Formats.Xml;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>The readers of this assembly that meet bytes of strangers.</summary>
internal static class FuzzTargets
{
    public static readonly IReadOnlyList<FuzzTarget> All =
    [
        new("class", () => ClassSeeds, input => ClassFileReader.Read(input)),
        new("compile", () => ClassSeeds, Compile, refusal => refusal is UnsupportedCodeException),
        new("dex", () => DexSeeds.All, ReadDex, null, DexRepair.Repair),
        new("keystore", () => KeystoreSeeds.All, OpenKeystore, null, KeystoreSeeds.Repair) { Share = 0.2, LeastAccepted = 0 },
        new("zip", () => ZipSeeds.Archives, ReadZip),
        new("axml", () => [ZipSeeds.Entry("AndroidManifest.xml")], input => AxmlReader.Read(input)),
        new("arsc", () => [ZipSeeds.Entry("resources.arsc")], input => ResourceTableReader.Read(input)) { Share = 0.5 },
        new("apk", () => ApkSeeds.All, input => ApkVerifier.Verify(new MemoryStream(input), 21)) { Share = 0.25 },
        new("ipa", () => [HandIpa.Pack(HandIpa.Files())], input => IpaVerifier.Verify(new MemoryStream(input), DateTimeOffset.UnixEpoch)) { Share = 0.1 },
        new("codesignature", () => [SignatureBytes.Whole], ReadCodeSignature),
        new("macho", () => [.. TestMachO.All, FatBinaryTests.Fat(TestMachO.Named("lld14"))], ReadMachO),
        new("sign", () => TestMachO.All, input => CodeSigner.Sign(input, SignedPrograms.Input, SignedPrograms.Options), refusal => refusal is CodeSigningException) { Share = 0.05 },
        new("xml", () => XmlSeeds, input => SafeXml.Load(input), refusal => refusal is XmlInputException, null, XmlWords),
        new("plist", () => PlistSeeds.All, ReadPlist, null, null, PlistSeeds.Words),
        new("profile", () => PlistSeeds.Profiles, ReadProfile, null, null, PlistSeeds.Words) { Share = 0.5 },
    ];

    /// <summary>A class that reads may still contradict itself in its code; what compiles may be wrong but verifies or is refused.</summary>
    private static void Compile(byte[] input)
    {
        var options = new DexOptions(24);
        var file = new DexFile();
        foreach (var type in Desugarer.Apply([ClassFileReader.Read(input)], options).Classes)
            file.Classes.Add(ClassTranslator.Translate(type, options));

        DexVerifier.Verify(file);
        DexListing.Write(file, TextWriter.Null);
    }

    private static void ReadCodeSignature(byte[] input)
    {
        var signature = EmbeddedSignature.Read(input);
        foreach (var requirement in signature.Requirements ?? [])
            _ = requirement.Text;

        if (signature.DerEntitlements is { } der)
            EntitlementDer.Read(der);
    }

    private static void ReadMachO(byte[] input) => MachOReader.Read(FatBinary.Thin(input));

    private static void OpenKeystore(byte[] input)
    {
        var keystore = Keystore.Load(input, KeystoreSeeds.Password);
        foreach (var entry in keystore.Entries)
            keystore.GetKey(entry.Alias);
    }

    private static void ReadZip(byte[] input)
    {
        var zip = ZipReader.Open(new MemoryStream(input), ZipReadLimits.ForApps);
        foreach (var entry in zip.Entries)
            zip.OpenEntry(entry).CopyTo(Stream.Null);
    }

    /// <summary>What was read can be written again, and means the same.</summary>
    private static void ReadPlist(byte[] input)
    {
        var value = PlistReader.Read(input);
        if (!PlistReader.Read(PlistBinaryWriter.Write(value)).Equals(value))
            throw new InvalidOperationException("the value changed");
    }

    private static void ReadProfile(byte[] input)
    {
        var profile = ProfileReader.Read(input);
        foreach (var certificate in profile.DeveloperCertificates)
        {
            AppleCertificate.Describe(certificate);
            CertificateChain.Complete(certificate, profile.EnvelopeCertificates);
        }
    }

    private static void ReadDex(byte[] input)
    {
        var file = DexReader.Read(input);
        DexVerifier.Verify(file);
        DexListing.Write(file, TextWriter.Null);
    }

    private static readonly Lazy<IReadOnlyList<byte[]>> SmallClasses = new(() =>
        [.. DebianJars.Classes("gson").Concat(DebianJars.Classes("commons-lang3")).Select(entry => entry.Value)
            .Where(bytes => bytes.Length < 6000).OrderBy(bytes => bytes.Length).Where((_, i) => i % 4 == 0)]);

    private static IReadOnlyList<byte[]> ClassSeeds => SmallClasses.Value;

    private static IReadOnlyList<byte[]> XmlSeeds =>
    [
        Encoding.UTF8.GetBytes("""
            <?xml version="1.0" encoding="UTF-8"?>
            <widget id="dev.example.app" version="1.2.3" xmlns="http://www.w3.org/ns/widgets" xmlns:cdv="http://cordova.apache.org/ns/1.0">
              <name short="Ex">Example</name><description>A &amp; B <![CDATA[ <raw> ]]></description>
              <author email="a@example.com" href="https://example.com">Somebody</author>
              <!-- comment --><content src="index.html" /><access origin="*" />
              <preference name="Orientation" value="portrait" />
              <platform name="android"><icon src="icon.png" density="mdpi" /><allow-intent href="market:*" /></platform>
            </widget>
            """),
        Encoding.Unicode.GetBytes("\ufeff<?xml version=\"1.0\" encoding=\"utf-16\"?><a b='c'>\u00e4\ud83d\ude00</a>"),
    ];

    private static IReadOnlyList<byte[]> XmlWords =>
    [
        .. new[]
        {
            "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#x0;", "&#1114112;", "<a>", "</a>", "<a ", "/>", "\"", "<![CDATA[", "]]>", "<!--", "-->", "<?xml", "?>",
            "xmlns:x='y'", "\0", "encoding=\"utf-7\"", "encoding='utf-16'", "<x:y>", "&amp;", "\ud83d",
        }.Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 300))),
        [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc0, 0x80], [0xed, 0xa0, 0x80],
    ];
}
