using System.Globalization;
using System.Text.Json;
using Slipway.Cli.Remote;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>Prints builds at a service as text and as JSON.</summary>
internal static class RemoteBuildPrinter
{
    public static void Print(Terminal terminal, Uri server, IReadOnlyList<BuildDescription> builds, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal, document =>
            {
                document.WriteString("status", "Finished");
                document.WriteStartArray("builds");
                foreach (var build in builds)
                {
                    document.WriteStartObject();
                    Write(document, server, build);
                    document.WriteEndObject();
                }

                document.WriteEndArray();
            });
            return;
        }

        var ink = terminal.Out;
        foreach (var build in builds)
            ink.Line($"{build.Key}  {Status(ink, build)}  {EnumText.NameOf(build.Platform),-7}  {Time(build.CreatedAt)}  {ink.Bold(Terminal.Clean(build.Application))} {Terminal.Clean(build.VersionNumber ?? "")}");
        if (builds.Count == 0)
            ink.Line(ink.Dim("There are no builds."));
    }

    public static void Print(Terminal terminal, Uri server, BuildDescription build, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal, document => Write(document, server, build));
            return;
        }

        var ink = terminal.Out;
        ink.Line($"{ink.Bold(Terminal.Clean(build.AppName ?? build.Application))} {Terminal.Clean(build.VersionNumber ?? "")}  {ink.Dim(Terminal.Clean(build.AppIdentifier ?? ""))}");
        ink.Line($"  build     {build.Key}, revision {build.Revision}, {EnumText.NameOf(build.Platform)}{(build.BuildType is { } type ? $", {type}" : "")}");
        ink.Line($"  status    {Status(ink, build).TrimEnd()}");
        ink.Line($"  launched  {Time(build.CreatedAt)} by {Terminal.Clean(build.RequestedBy ?? "nobody known")}{(build.Channel is { } channel ? $", {Terminal.Clean(channel)}" : "")}");
        if (build is { StartedAt: { } started, FinishedAt: { } finished })
            ink.Line($"  ended     {Time(finished)}, after {(finished - started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
        foreach (var artifact in build.Artifacts)
        {
            ink.Line($"  {ink.Green(Terminal.Clean(artifact.Name))}  {SizeText.Of(artifact.Size)}");
            ink.Line(ink.Dim($"    sha256 {Terminal.Clean(artifact.Sha256)}"));
            if (InstallAddress.Of(artifact, server) is { } install)
                ink.Line($"    install   {Terminal.Clean(install)}");
        }

        ProblemPrinter.Print(terminal.Out, build.Problems.Select(p => p.ToProblem()));
    }

    private static void Write(Utf8JsonWriter json, Uri server, BuildDescription build)
    {
        json.WriteString("status", build.Status.ToString());
        json.WriteString("key", build.Key);
        json.WriteString("application", build.Application);
        json.WriteNumber("revision", build.Revision);
        json.WriteString("platform", EnumText.NameOf(build.Platform));
        json.WriteString("type", build.BuildType?.ToString());
        json.WriteBoolean("cancelled", build.Cancelled);
        json.WriteString("id", build.AppIdentifier);
        json.WriteString("version", build.VersionNumber);
        json.WriteString("createdAt", build.CreatedAt);
        Write(json, "startedAt", build.StartedAt);
        Write(json, "finishedAt", build.FinishedAt);
        Write(json, "estimatedFinishAt", build.EstimatedFinishAt);
        json.WriteStartArray("artifacts");
        foreach (var artifact in build.Artifacts)
        {
            json.WriteStartObject();
            json.WriteString("kind", artifact.Kind);
            json.WriteString("name", artifact.Name);
            json.WriteNumber("size", artifact.Size);
            json.WriteString("sha256", artifact.Sha256);
            json.WriteString("installUrl", InstallAddress.Of(artifact, server));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ProblemJson.Write(json, build.Problems.Select(p => p.ToProblem()));
    }

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
            json.WriteString(name, known);
        else
            json.WriteNull(name);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Status(StyledWriter ink, BuildDescription build) => build switch
    {
        { Cancelled: true } => ink.Yellow("Cancelled "),
        { Status: BuildStatus.Finished } => ink.Green("Finished  "),
        { Status: BuildStatus.Error } => ink.Red("Error     "),
        _ => ink.Blue($"{build.Status,-10}"),
    };
}
