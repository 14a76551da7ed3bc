using System.Text.Json;
using Slipway.Build.Inspect;

namespace Slipway.Cli.Output;

/// <summary>Prints the result of an inspection as text and as JSON.</summary>
internal static class InspectionPrinter
{
    private const int MostFindings = 20;

    public static void Print(StyledWriter ink, ApkReport report)
    {
        if (report.Identity is { } identity)
            Print(ink, identity);
        Row(ink, "file", $"{SizeText.Of(report.Size)}  {ink.Dim("sha256 " + report.Sha256)}");
        Row(ink, "signatures", report.Schemes.Count == 0 ? "none" : string.Join(", ", report.Schemes).ToLowerInvariant());
        foreach (var signer in report.Signers.DistinctBy(s => s.CertificateHash))
            Row(ink, "signer", $"{Terminal.Clean(signer.Certificate.Subject)}  {ink.Dim("sha256 " + signer.CertificateHash)}");
        foreach (var dex in report.Dex)
            Row(ink, "code", $"{dex.Name}: DEX {dex.Version:000}, {dex.Classes} classes, {dex.Methods} methods, {SizeText.Of(dex.Size)}");
        foreach (var (kind, size, files) in report.SizeByKind)
            Row(ink, "size", $"{SizeText.Of(size),10}  {kind} ({files})");
        foreach (var finding in report.Findings.OrderByDescending(f => f.IsError).Take(MostFindings))
        {
            var label = finding.IsError ? ink.Red("error") : ink.Yellow("warning");
            ink.Line($"{label} {finding.Area}{(finding.Where is null ? "" : " " + Terminal.Clean(finding.Where))}: {Terminal.Clean(finding.Text)}");
        }

        if (report.Findings.Count > MostFindings)
            ink.Line($"and {report.Findings.Count - MostFindings} more: see --json");
        ink.Line(report.IsValid ? ink.Green("valid") : ink.Red("invalid"));
    }

    private static void Print(StyledWriter ink, AppIdentity identity)
    {
        Row(ink, "app", $"{ink.Bold(Terminal.Clean(identity.Package))}  {Terminal.Clean(identity.VersionName ?? "")} ({identity.VersionCode}){(identity.Debuggable ? "  debuggable" : "")}");
        Row(ink, "android", $"API {identity.MinSdk} to {identity.TargetSdk}");
        foreach (var permission in identity.Permissions)
            Row(ink, "permission", Terminal.Clean(permission));
        foreach (var component in identity.Components)
            Row(ink, component.Kind, $"{Terminal.Clean(component.Name)}{(component.Exported == true ? "  exported" : "")}");
    }

    private static void Row(StyledWriter ink, string label, string text) => ink.Line($"{ink.Dim(label.PadRight(11))} {text}");

    public static void Write(Utf8JsonWriter json, ApkReport report)
    {
        json.WriteBoolean("valid", report.IsValid);
        json.WriteString("path", report.Path);
        json.WriteNumber("size", report.Size);
        json.WriteString("sha256", report.Sha256);
        if (report.Identity is { } identity)
            Write(json, identity);
        Array(json, "schemes", report.Schemes, scheme => json.WriteStringValue(scheme.ToString().ToLowerInvariant()));
        Array(json, "signers", report.Signers, signer => Object(json, () =>
        {
            json.WriteString("scheme", signer.Scheme.ToString().ToLowerInvariant());
            json.WriteString("subject", signer.Certificate.Subject);
            json.WriteString("sha256", signer.CertificateHash.ToString());
        }));
        Array(json, "dex", report.Dex, dex => Object(json, () =>
        {
            json.WriteString("name", dex.Name);
            json.WriteNumber("version", dex.Version);
            json.WriteNumber("classes", dex.Classes);
            json.WriteNumber("methods", dex.Methods);
            json.WriteNumber("size", dex.Size);
        }));
        Array(json, "sizes", report.SizeByKind, size => Object(json, () =>
        {
            json.WriteString("kind", size.Kind);
            json.WriteNumber("size", size.Size);
            json.WriteNumber("files", size.Files);
        }));
        Array(json, "findings", report.Findings, finding => Object(json, () =>
        {
            json.WriteString("severity", finding.IsError ? "Error" : "Warning");
            json.WriteString("area", finding.Area);
            json.WriteString("where", finding.Where);
            json.WriteString("text", finding.Text);
        }));
    }

    private static void Write(Utf8JsonWriter json, AppIdentity identity)
    {
        json.WriteString("package", identity.Package);
        json.WriteString("versionName", identity.VersionName);
        json.WriteNumber("versionCode", identity.VersionCode);
        json.WriteNumber("minSdk", identity.MinSdk);
        json.WriteNumber("targetSdk", identity.TargetSdk);
        json.WriteBoolean("debuggable", identity.Debuggable);
        Array(json, "permissions", identity.Permissions, json.WriteStringValue);
        Array(json, "components", identity.Components, component => Object(json, () =>
        {
            json.WriteString("kind", component.Kind);
            json.WriteString("name", component.Name);
            if (component.Exported is { } exported)
                json.WriteBoolean("exported", exported);
        }));
    }

    public static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    public static void Object(Utf8JsonWriter json, Action content)
    {
        json.WriteStartObject();
        content();
        json.WriteEndObject();
    }
}
