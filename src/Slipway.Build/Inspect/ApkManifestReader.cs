using Slipway.Formats;
using Slipway.Formats.Arsc;
using Slipway.Formats.Axml;

namespace Slipway.Build.Inspect;

/// <summary>
/// Reads the binary manifest of a package. It finds attributes by the framework's ids (android.R.attr), because tools may rename attributes but not
/// ids.
/// </summary>
internal static class ApkManifestReader
{
    private const uint Name = 0x01010003;
    private const uint Debuggable = 0x0101000f;
    private const uint Exported = 0x01010010;
    private const uint MinSdk = 0x0101020c;
    private const uint VersionCode = 0x0101021b;
    private const uint VersionName = 0x0101021c;
    private const uint TargetSdk = 0x01010270;
    private const uint VersionCodeMajor = 0x01010576;

    private static readonly string[] ComponentKinds = ["activity", "activity-alias", "service", "receiver", "provider"];

    public static AppIdentity Read(byte[] bytes)
    {
        var manifest = AxmlReader.Read(bytes);
        if (manifest.Name != "manifest")
            throw new MalformedInputException("manifest", $"the outermost element is <{manifest.Name}>");
        var package = manifest.Attribute("package") is { } attribute ? Text(attribute) : null;
        var sdk = manifest.Elements("uses-sdk").FirstOrDefault();
        var application = manifest.Elements("application").FirstOrDefault();
        var minSdk = Number(sdk, MinSdk) ?? 1;
        return new AppIdentity(
            package ?? throw new MalformedInputException("manifest", "there is no package name"),
            Text(manifest.Attribute(VersionName)),
            ((long)(Number(manifest, VersionCodeMajor) ?? 0) << 32) | (uint)(Number(manifest, VersionCode) ?? 0),
            minSdk,
            Number(sdk, TargetSdk) ?? minSdk,
            Flag(application, Debuggable) ?? false,
            [.. manifest.Elements("uses-permission").Select(e => Text(e.Attribute(Name))).OfType<string>()],
            application is null ? [] : [.. Components(application, package)]);
    }

    private static IEnumerable<AppComponent> Components(AxmlElement application, string package) =>
        from kind in ComponentKinds
        from element in application.Elements(kind)
        let name = Text(element.Attribute(Name)) ?? ""
        select new AppComponent(kind, name.StartsWith('.') ? package + name : name, Flag(element, Exported));

    private static string? Text(AxmlAttribute? attribute) => attribute?.RawText ?? attribute?.Value.Text?.Text;

    private static int? Number(AxmlElement? element, uint id) =>
        element?.Attribute(id) is { Value.Kind: TypedValueKind.Integer or TypedValueKind.Hexadecimal } attribute ? (int)attribute.Value.Data : null;

    private static bool? Flag(AxmlElement? element, uint id) =>
        element?.Attribute(id) is { Value.Kind: TypedValueKind.Boolean } attribute ? attribute.Value.Data != 0 : null;
}
