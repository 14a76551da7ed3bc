using System.Text.Json;
using Slipway.Build;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>Prints artifacts as text and as JSON.</summary>
internal static class ArtifactPrinter
{
    public static void Print(Terminal terminal, IReadOnlyList<BuildArtifact> artifacts, IReadOnlyList<Problem> notices)
    {
        ProblemPrinter.Print(terminal.Error, notices);
        foreach (var artifact in artifacts)
        {
            terminal.Out.Line($"  {terminal.Out.Green(Terminal.Clean(artifact.Path))}  {SizeText.Of(artifact.Size)}");
            terminal.Out.Line(terminal.Out.Dim($"  sha256 {artifact.Sha256}"));
        }
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<BuildArtifact> artifacts, IReadOnlyList<Problem> notices)
    {
        Write(json, artifacts);
        ProblemJson.Write(json, notices);
    }

    /// <summary>Writes status and artifacts; the caller adds further properties.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<BuildArtifact> artifacts)
    {
        json.WriteString("status", "Finished");
        json.WriteStartArray("artifacts");
        foreach (var artifact in artifacts)
        {
            json.WriteStartObject();
            json.WriteString("platform", artifact.Platform);
            json.WriteString("format", artifact.Format);
            json.WriteString("path", artifact.Path);
            json.WriteNumber("size", artifact.Size);
            json.WriteString("sha256", artifact.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
