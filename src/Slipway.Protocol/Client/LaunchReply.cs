using Slipway.Protocol.Launches;

namespace Slipway.Protocol.Client;

/// <summary>The answer to a launch, and the events that follow it on the same connection.</summary>
/// <param name="Answer">What became of the launch.</param>
/// <param name="Events">News of its builds until the connection ends; null when the launch is incomplete.</param>
public sealed record LaunchReply(LaunchAnswer Answer, IAsyncEnumerator<BuildEvent>? Events) : IAsyncDisposable
{
    /// <summary>Are contents missing?</summary>
    public bool IsIncomplete => Answer.State == "Incomplete";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Events?.DisposeAsync() ?? ValueTask.CompletedTask;
}
