using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Slipway.Build.Inspect.Ios;
using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.CodeSignature.Verification;
using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;

namespace Slipway.Cli.Output;

/// <summary>Prints the result of an inspection of an iOS package as text and as JSON.</summary>
internal static class IosInspectionPrinter
{
    private const int MostFindings = 20;

    public static void Print(StyledWriter ink, IpaReport report)
    {
        var verification = report.Verification;
        if (verification.Bundles is [{ Info: { } info }, ..])
            PrintApp(ink, info);
        Row(ink, "file", $"{SizeText.Of(report.Size)}  {ink.Dim("sha256 " + report.Sha256)}");
        if (verification.IsSimulator)
            Row(ink, "signatures", "for the simulator: only the structure was looked at");
        foreach (var bundle in verification.Bundles.Where(b => b.Directory is not null))
            PrintCode(ink, bundle);
        if (verification.Bundles is [{ Signer: not null } app, ..])
            PrintSigner(ink, app);
        if (verification.Profile is { } profile)
            Row(ink, "profile", $"{Terminal.Clean(profile.Name)}  {Kind(profile.Kind)}, until {profile.ExpirationDate:yyyy-MM-dd}{Devices(profile)}");
        foreach (var (kind, size, files) in report.SizeByKind)
            Row(ink, "size", $"{SizeText.Of(size),10}  {kind} ({files})");
        foreach (var finding in verification.Findings.Take(MostFindings))
            ink.Line($"{ink.Red("error")} {Name(finding.Check)}{(finding.Where is null ? "" : " " + Terminal.Clean(finding.Where))}: {Terminal.Clean(finding.Text)}");
        if (verification.Findings.Count > MostFindings)
            ink.Line($"and {verification.Findings.Count - MostFindings} more: see --json");
        ink.Line(report.IsValid ? ink.Green("valid") : ink.Red("invalid"));
    }

    private static void PrintApp(StyledWriter ink, PlistDictionary info)
    {
        Row(ink, "app", $"{ink.Bold(Text(info, "CFBundleIdentifier"))}  {Text(info, "CFBundleShortVersionString")} ({Text(info, "CFBundleVersion")})");
        Row(ink, "ios", $"{Text(info, "MinimumOSVersion")} and later, {Families(info)}");
    }

    private static void PrintCode(StyledWriter ink, BundleSignature bundle)
    {
        var directory = bundle.Directory!;
        Row(ink, "code", $"{Terminal.Clean(directory.Identifier)}  {directory.CodeSlotCount} pages of {directory.PageSize >> 10} KiB  {ink.Dim("cdhash " + Convert.ToHexStringLower(directory.CdHash))}");
        if (bundle.Entitlements is { } entitlements)
        {
            foreach (var (key, value) in entitlements)
                Row(ink, "entitlement", $"{Terminal.Clean(key)} {ink.Dim(Terminal.Clean(Short(value)))}");
        }
    }

    private static void PrintSigner(StyledWriter ink, BundleSignature app)
    {
        Row(ink, "team", Terminal.Clean(app.Directory?.TeamId ?? "none"));
        Row(ink, "signer", $"{CommonName(app.Signer!)}  {ink.Dim($"until {app.Signer!.NotAfter.ToUniversalTime():yyyy-MM-dd}")}");
        foreach (var issuer in app.Chain.Skip(1))
            Row(ink, "issuer", CommonName(issuer));
        if (app.Signature?.Requirements?.FirstOrDefault(r => r.Type == Requirement.Designated) is { } requirement)
            Row(ink, "requires", Terminal.Clean(requirement.Text));
    }

    public static void Write(Utf8JsonWriter json, IpaReport report)
    {
        json.WriteBoolean("valid", report.IsValid);
        json.WriteString("path", report.Path);
        json.WriteNumber("size", report.Size);
        json.WriteString("sha256", report.Sha256);
        json.WriteBoolean("simulator", report.Verification.IsSimulator);
        InspectionPrinter.Array(json, "bundles", report.Verification.Bundles, bundle => InspectionPrinter.Object(json, () => Write(json, bundle)));
        if (report.Verification.Profile is { } profile)
        {
            json.WritePropertyName("profile");
            InspectionPrinter.Object(json, () => Write(json, profile));
        }

        InspectionPrinter.Array(json, "sizes", report.SizeByKind, size => InspectionPrinter.Object(json, () =>
        {
            json.WriteString("kind", size.Kind);
            json.WriteNumber("size", size.Size);
            json.WriteNumber("files", size.Files);
        }));
        InspectionPrinter.Array(json, "findings", report.Verification.Findings, finding => InspectionPrinter.Object(json, () =>
        {
            json.WriteString("severity", "Error");
            json.WriteString("area", Name(finding.Check));
            json.WriteString("where", finding.Where);
            json.WriteString("text", finding.Text);
        }));
    }

    private static void Write(Utf8JsonWriter json, BundleSignature bundle)
    {
        json.WriteString("path", bundle.Path);
        json.WriteString("identifier", bundle.Directory?.Identifier ?? bundle.Info?.Text("CFBundleIdentifier"));
        json.WriteString("version", bundle.Info?.Text("CFBundleShortVersionString"));
        json.WriteString("build", bundle.Info?.Text("CFBundleVersion"));
        json.WriteString("minimumOs", bundle.Info?.Text("MinimumOSVersion"));
        json.WriteString("team", bundle.Directory?.TeamId);
        json.WriteString("cdHash", bundle.Directory is { } directory ? Convert.ToHexStringLower(directory.CdHash) : null);
        InspectionPrinter.Array(json, "chain", bundle.Chain, certificate => InspectionPrinter.Object(json, () =>
        {
            json.WriteString("subject", certificate.Subject);
            json.WriteString("sha256", certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).ToLowerInvariant());
            json.WriteString("expires", certificate.NotAfter.ToUniversalTime());
        }));
        InspectionPrinter.Array(json, "entitlements", bundle.Entitlements?.Keys ?? [], json.WriteStringValue);
    }

    private static void Write(Utf8JsonWriter json, ProvisioningProfile profile)
    {
        json.WriteString("name", profile.Name);
        json.WriteString("uuid", profile.Uuid);
        json.WriteString("kind", profile.Kind.ToString());
        json.WriteString("applicationIdentifier", profile.ApplicationIdentifier);
        json.WriteString("expires", profile.ExpirationDate);
        if (profile.ProvisionedDevices is { } devices)
            json.WriteNumber("devices", devices.Count);
        InspectionPrinter.Array(json, "teams", profile.TeamIdentifiers, json.WriteStringValue);
    }

    /// <summary>Returns the name of a check in JSON, such as <c>resources-changed</c>.</summary>
    private static string Name(IpaCheck check)
    {
        var name = new StringBuilder();
        foreach (var c in check.ToString().Replace("MachO", "Macho", StringComparison.Ordinal))
        {
            if (char.IsUpper(c) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    private static string Kind(ProfileKind kind) => kind switch
    {
        ProfileKind.AdHoc => "ad hoc",
        ProfileKind.InHouse => "in house",
        ProfileKind.AppStore => "App Store",
        _ => "development",
    };

    private static string Devices(ProvisioningProfile profile) => profile switch
    {
        { ProvisionsAllDevices: true } => ", all devices",
        { ProvisionedDevices.Count: 1 } => ", 1 device",
        { ProvisionedDevices: { } devices } => $", {devices.Count} devices",
        _ => "",
    };

    private static string Families(PlistDictionary info)
    {
        var families = info["UIDeviceFamily"] is PlistArray array ? array.OfType<PlistInteger>().Select(family => family.Value == 2 ? "iPad" : "iPhone") : [];
        return string.Join(" and ", families) is { Length: > 0 } names ? names : "no device";
    }

    private static string Short(PlistValue value) => value switch
    {
        PlistBoolean boolean => boolean.Value ? "true" : "false",
        PlistString text => text.Value,
        PlistArray array => string.Join(", ", array.Select(Short)),
        _ => "…",
    };

    private static string Text(PlistDictionary info, string key) => Terminal.Clean(info.Text(key) ?? "?");

    private static string CommonName(X509Certificate2 certificate) => Terminal.Clean(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));

    private static void Row(StyledWriter ink, string label, string text) => ink.Line($"{ink.Dim(label.PadRight(11))} {text}");
}
