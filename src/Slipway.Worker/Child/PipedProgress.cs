using Slipway.Worker.Pipe;

namespace Slipway.Worker.Child;

/// <summary>Tells the worker what goes on.</summary>
internal sealed class PipedProgress(HostLink link) : IProgress<string>
{
    public void Report(string value) => link.Say(new ChildMessage.Progress(value));
}
