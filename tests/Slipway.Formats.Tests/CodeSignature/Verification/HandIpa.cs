using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.Plist;
using Slipway.Formats.Tests.Provisioning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.CodeSignature.Verification;

/// <summary>A small signed package, as files that can be changed before they are packed.</summary>
internal static class HandIpa
{
    public const string App = "Payload/Notes.app/";
    public const string Executable = App + "Notes";

    /// <summary>Files of the package by name.</summary>
    public static SortedDictionary<string, byte[]> Files(string key = "dev", string team = AppleIdentity.Team, string profile = "development")
    {
        var info = PlistBinaryWriter.Write(Texts(
            ("CFBundleIdentifier", AppleIdentity.BundleId), ("CFBundleExecutable", "Notes"), ("CFBundleShortVersionString", "1.2.3"), ("MinimumOSVersion", "15.0")));
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [App + "Info.plist"] = info,
            [App + "PkgInfo"] = "APPL????"u8.ToArray(),
            [App + "embedded.mobileprovision"] = [.. AppleIdentity.Of2026.Profile(profile)],
            [App + "en.lproj/InfoPlist.strings"] = "\"CFBundleDisplayName\" = \"Notes\";\n"u8.ToArray(),
            [App + "www/app.js"] = "'use strict';\n"u8.ToArray(),
            [App + "www/index.html"] = "<!doctype html><title>Notes</title>\n"u8.ToArray(),
        };
        var seals = files.Select(f => new SealedFile(f.Key[App.Length..], SHA1.HashData(f.Value), SHA256.HashData(f.Value)));
        var resources = PlistXmlWriter.Write(CodeResources.Build(seals));
        var entitlements = Texts(
            ("application-identifier", $"{AppleIdentity.Team}.{AppleIdentity.BundleId}"), ("com.apple.developer.team-identifier", AppleIdentity.Team))
            .With("get-task-allow", new PlistBoolean(true));
        files[App + CodeResources.Path] = resources;
        files[Executable] = HandSigner.Sign(AppleIdentity.Of2026.Key(key), AppleIdentity.BundleId, team, info, resources, entitlements);
        return files;
    }

    /// <summary>A zip with fitting check sums; contents are stored.</summary>
    public static byte[] Pack(IReadOnlyDictionary<string, byte[]> files)
    {
        using var archive = new MemoryStream();
        var headers = new List<ZipEntryHeader>();
        foreach (var (name, content) in files)
        {
            var header = new ZipEntryHeader(name, ZipMethod.Store) { Crc = Crc(content), PackedSize = content.Length, Size = content.Length };
            header.PlaceAt(archive.Length, 1);
            var local = new byte[header.LocalSize];
            header.WriteLocal(local);
            archive.Write(local);
            archive.Write(content);
            headers.Add(header);
        }

        var start = archive.Length;
        foreach (var header in headers)
        {
            var central = new byte[header.CentralSize];
            header.WriteCentral(central);
            archive.Write(central);
        }

        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)headers.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)headers.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(archive.Length - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        archive.Write(end);
        return archive.ToArray();
    }

    public static PlistDictionary Texts(params (string Key, string Value)[] texts) =>
        new(texts.Select(t => KeyValuePair.Create<string, PlistValue>(t.Key, new PlistString(t.Value))));

    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
        }

        return ~crc;
    }
}
