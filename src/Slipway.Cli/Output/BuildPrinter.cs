using System.Text.Json;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>Prints the result of a build as text and as JSON, alike for builds on this machine and at a service.</summary>
internal static class BuildPrinter
{
    public static void Print(Terminal terminal, BuildSummary summary)
    {
        ProblemPrinter.Print(terminal.Error, summary.Notices);
        var ink = terminal.Out;
        foreach (var app in summary.Apps)
        {
            ink.Line($"{ink.Bold(Terminal.Clean(app.Name))} {Terminal.Clean(app.VersionName)} ({Terminal.Clean(app.Build)})  {ink.Dim(Terminal.Clean(app.Id))}");
            foreach (var artifact in app.Artifacts)
            {
                ink.Line($"  {ink.Green(Terminal.Clean(artifact.Path))}  {SizeText.Of(artifact.Size)}");
                ink.Line(ink.Dim($"  sha256 {artifact.Sha256}"));
            }
        }

        var stages = summary.Stages.Where(s => s.Milliseconds >= 0.5).Select(s => $"{Terminal.Clean(s.Stage)} {s.Milliseconds:0}");
        ink.Line(ink.Dim($"  {summary.Total:0} ms: {string.Join(", ", stages)}"));
    }

    public static void Write(Utf8JsonWriter json, BuildSummary summary)
    {
        ArtifactPrinter.Write(json, [.. summary.Apps.SelectMany(app => app.Artifacts)]);
        json.WriteStartObject("timings");
        foreach (var (stage, milliseconds) in summary.Stages)
            json.WriteNumber(stage, Math.Round(milliseconds, 2));
        json.WriteNumber("total", Math.Round(summary.Total, 2));
        json.WriteEndObject();
        ProblemJson.Write(json, summary.Notices);
        if (summary.Remote.Count > 0)
            Write(json, summary.Remote);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<RemoteResult> results)
    {
        json.WriteStartArray("builds");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("key", result.Key);
            json.WriteString("platform", result.Platform);
            json.WriteString("installUrl", result.InstallAddress);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
