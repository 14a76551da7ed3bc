using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Build.Plan;

namespace Slipway.Build.Resources;

/// <summary>Writes <c>slipway.json</c>, from which the shell reads the settings of its app; the same on every platform.</summary>
internal static class ShellSettings
{
    public static byte[] Write(AppPlan plan, bool debuggable)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("start", plan.Start);
            json.WriteString("scheme", plan.Scheme);
            json.WriteString("hostname", plan.Hostname);
            json.WriteBoolean("fullscreen", plan.Fullscreen);
            json.WriteString("backgroundColor", (plan.BackgroundColour ?? Colour.White).ToString());
            json.WriteString("orientation", plan.Orientation.ToString().ToLowerInvariant());
            json.WriteBoolean("debuggable", debuggable);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
