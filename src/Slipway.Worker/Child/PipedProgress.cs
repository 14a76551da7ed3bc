using Slipway.Worker.Pipe;

namespace Slipway.Worker.Child;

/// <summary>Sends progress messages to the worker.</summary>
internal sealed class PipedProgress(HostLink link) : IProgress<string>
{
    public void Report(string value) => link.Say(new ChildMessage.Progress(value));
}
