using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Diagnosis.Reports;

/// <summary>Writes a report for programs. Names, ids and causes never change their meaning; later versions may add new ones.</summary>
public static class ReportJson
{
    /// <summary>Returns the report as a document.</summary>
    public static string Text(DoctorReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Write(json, report);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes the members into an object that the caller has begun.</summary>
    public static void Write(Utf8JsonWriter json, DoctorReport report)
    {
        json.WriteString("status", "Finished");
        json.WriteString("verdict", report.State.ToString());
        json.WriteString("server", report.Service);
        json.WriteString("proxy", report.Proxy);
        json.WriteString("from", report.From);
        json.WriteString("startedAt", report.StartedAt.ToString("O", CultureInfo.InvariantCulture));
        Milliseconds(json, report.Elapsed);
        json.WriteStartArray("rootCauses");
        foreach (var root in report.Roots)
            json.WriteStringValue(root.Id);
        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in report.Checks)
            Write(json, check);
        json.WriteEndArray();
        json.WriteStartArray("ways");
        foreach (var way in report.Ways)
        {
            json.WriteStartObject();
            json.WriteString("name", way.Name);
            if (way.Works is { } works)
                json.WriteBoolean("works", works);
            else
                json.WriteNull("works");
            json.WriteString("why", way.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("tightest", report.Tightest?.Name);
        json.WriteString("delivery", report.Delivery);
    }

    private static void Write(Utf8JsonWriter json, CheckResult check)
    {
        var finding = check.Finding;
        json.WriteStartObject();
        json.WriteString("id", check.Id);
        json.WriteString("title", check.Title);
        json.WriteString("state", check.State.ToString());
        json.WriteString("cause", finding.Cause);
        json.WriteString("code", finding.Kind?.Code);
        json.WriteString("because", check.Because);
        json.WriteString("summary", finding.Summary);
        json.WriteStartArray("evidence");
        foreach (var fact in finding.Facts)
        {
            json.WriteStartObject();
            json.WriteString("name", fact.Name);
            json.WriteString("value", fact.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("remedy", finding.Remedy);
        json.WriteString("request", finding.Request);
        json.WriteStartArray("commands");
        foreach (var command in check.Commands)
        {
            json.WriteStartObject();
            json.WriteString("tool", command.Tool);
            json.WriteString("line", command.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Milliseconds(json, check.Elapsed);
        json.WriteEndObject();
    }

    private static void Milliseconds(Utf8JsonWriter json, TimeSpan time) => json.WriteNumber("milliseconds", Math.Round(time.TotalMilliseconds, 1));
}
