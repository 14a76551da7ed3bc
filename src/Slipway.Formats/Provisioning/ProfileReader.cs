using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Provisioning;

/// <summary>Reads provisioning profiles (developer.apple.com, TN3125). Checks whether the envelope is intact, not whether Apple signed it.</summary>
public static class ProfileReader
{
    /// <summary>Largest profile, in bytes; Apple's profiles have some tens of thousands.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Limit on the certificates in the list of developers.</summary>
    public const int MaxCertificates = 1000;

    private const string Format = "provisioning profile";

    /// <summary>Reads a profile.</summary>
    /// <param name="bytes">The <c>.mobileprovision</c> file.</param>
    /// <exception cref="MalformedInputException">The file is not a profile, or lacks a required field.</exception>
    public static ProvisioningProfile Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw Fault($"it has {bytes.Length} bytes, more than {MaxBytes}");
        try
        {
            var envelope = new SignedCms();
            envelope.Decode(bytes.Span);
            if (envelope.Detached || envelope.ContentInfo.Content.Length == 0)
                throw Fault("the envelope has no content");
            return Read(PlistReader.ReadDictionary(envelope.ContentInfo.Content, "content of the profile"), envelope);
        }
        catch (Exception broken) when (IsFaultOfInput(broken))
        {
            throw new MalformedInputException(Format, "the file is not a signed envelope (CMS) with certificates", inner: broken);
        }
    }

    /// <summary>Returns whether an exception means bad input; the platform's decoders also throw the exceptions of lower layers.</summary>
    internal static bool IsFaultOfInput(Exception fault) =>
        fault is CryptographicException or AsnContentException or ArgumentException or FormatException or InvalidOperationException;

    private static ProvisioningProfile Read(PlistDictionary content, SignedCms envelope)
    {
        var entitlements = Required<PlistDictionary>(content, "Entitlements");
        IReadOnlyList<string>? devices = content["ProvisionedDevices"] is null ? null : Texts(content, "ProvisionedDevices");
        var everyDevice = content.Boolean("ProvisionsAllDevices") ?? false;
        return new ProvisioningProfile
        {
            Name = Required<PlistString>(content, "Name").Value,
            Uuid = Required<PlistString>(content, "UUID").Value,
            AppIdName = content.Text("AppIDName"),
            ApplicationIdentifierPrefixes = Texts(content, "ApplicationIdentifierPrefix"),
            TeamIdentifiers = Texts(content, "TeamIdentifier"),
            TeamName = content.Text("TeamName"),
            Platforms = content["Platform"] is null ? [] : Texts(content, "Platform"),
            CreationDate = Required<PlistDate>(content, "CreationDate").Value,
            ExpirationDate = Required<PlistDate>(content, "ExpirationDate").Value,
            DeveloperCertificates = Certificates(content),
            ProvisionedDevices = devices,
            ProvisionsAllDevices = everyDevice,
            IsXcodeManaged = content.Boolean("IsXcodeManaged") ?? false,
            Entitlements = entitlements,
            Kind = KindOf(everyDevice, devices, entitlements),
            Content = content,
            EnvelopeCertificates = [.. envelope.Certificates],
            IsIntact = IsIntact(envelope),
        };
    }

    private static ProfileKind KindOf(bool everyDevice, IReadOnlyList<string>? devices, PlistDictionary entitlements)
    {
        if (everyDevice)
            return ProfileKind.InHouse;
        if (devices is null)
            return ProfileKind.AppStore;
        return entitlements.Boolean("get-task-allow") == true ? ProfileKind.Development : ProfileKind.AdHoc;
    }

    private static bool IsIntact(SignedCms envelope)
    {
        if (envelope.SignerInfos.Count == 0)
            return false;
        try
        {
            envelope.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (Exception broken) when (IsFaultOfInput(broken))
        {
            return false;
        }
    }

    private static X509Certificate2[] Certificates(PlistDictionary content)
    {
        var list = Required<PlistArray>(content, "DeveloperCertificates");
        if (list.Count > MaxCertificates)
            throw Fault($"it lists more than {MaxCertificates} certificates");
        return [.. list.Select(item => item is PlistData data ? X509CertificateLoader.LoadCertificate(data.Value.Span) : throw Wrong("DeveloperCertificates"))];
    }

    private static string[] Texts(PlistDictionary content, string key) =>
        [.. Required<PlistArray>(content, key).Select(item => item is PlistString text ? text.Value : throw Wrong(key))];

    private static T Required<T>(PlistDictionary content, string key)
        where T : PlistValue => content[key] as T ?? throw Wrong(key);

    private static MalformedInputException Wrong(string key) => Fault($"'{key}' is missing or of another kind");

    private static MalformedInputException Fault(string reason) => new(Format, reason);
}
