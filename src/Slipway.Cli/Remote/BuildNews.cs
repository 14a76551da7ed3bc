using System.Globalization;
using Slipway.Cli.Output;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;

namespace Slipway.Cli.Remote;

/// <summary>Tells a person what happens meanwhile: the log as it comes, and a line that says how far it is.</summary>
internal sealed class BuildNews(Terminal terminal, bool json) : IProgress<UploadProgress>, IDisposable
{
    private const int BarWidth = 24;

    private readonly ProgressLine _line = new(terminal);

    public void Report(string text) => _line.Report(text);

    public void Report(UploadProgress value) => _line.Report($"uploading {Bar(value.Sent, value.Total)} {Size.Of(value.Sent)} of {Size.Of(value.Total)}");

    /// <summary>Takes the bytes of a download as they come.</summary>
    public Action<long> Downloaded(ArtifactDescription artifact)
    {
        long received = 0;
        return bytes => _line.Report($"downloading {Bar(received += bytes, artifact.Size)} {Size.Of(artifact.Size)}");
    }

    public void Tell(BuildEvent happened)
    {
        switch (happened)
        {
            case BuildEvent.Logged { Message: var message }:
                if (!json)
                    _line.Say(terminal.Error.Dim($"  {message.At.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {Terminal.Clean(message.Message)}"));
                break;
            case BuildEvent.Moved { Change: var change }:
                _line.Report(change.Status switch
                {
                    BuildStatus.Waiting => "waiting for a worker",
                    BuildStatus.Validating => "looking at the app",
                    _ => "building",
                });
                break;
        }
    }

    /// <summary>Says something that is no result; not when only results are wanted.</summary>
    public void Note(string text)
    {
        if (!json)
            terminal.Error.Line(Terminal.Clean(text));
    }

    public void Dispose() => _line.Dispose();

    private static string Bar(long part, long whole)
    {
        var full = whole == 0 ? BarWidth : (int)(BarWidth * part / whole);
        return new string('█', Math.Clamp(full, 0, BarWidth)) + new string('░', BarWidth - Math.Clamp(full, 0, BarWidth));
    }
}
