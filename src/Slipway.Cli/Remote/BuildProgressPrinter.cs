using System.Globalization;
using Slipway.Cli.Output;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;

namespace Slipway.Cli.Remote;

/// <summary>Prints the progress of a build at a service: its log, and a line with the current activity.</summary>
internal sealed class BuildProgressPrinter(Terminal terminal, bool json) : IProgress<UploadProgress>, IDisposable
{
    private const int BarWidth = 24;

    private readonly ProgressLine _line = new(terminal);

    public void Report(string text) => _line.Report(text);

    public void Report(UploadProgress value) => _line.Report($"uploading {Bar(value.Sent, value.Total)} {SizeText.Of(value.Sent)} of {SizeText.Of(value.Total)}");

    /// <summary>Returns a receiver for the bytes of a download.</summary>
    public Action<long> Downloaded(ArtifactDescription artifact)
    {
        long received = 0;
        return bytes => _line.Report($"downloading {Bar(received += bytes, artifact.Size)} {SizeText.Of(artifact.Size)}");
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
                    BuildStatus.Validating => "checking the app",
                    _ => "building",
                });
                break;
        }
    }

    /// <summary>Prints a note to standard error, unless the output is JSON.</summary>
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
