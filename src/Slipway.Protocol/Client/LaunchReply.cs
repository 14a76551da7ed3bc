using Slipway.Protocol.Launches;

namespace Slipway.Protocol.Client;

/// <summary>The answer to a launch, and the events that follow it on the same connection.</summary>
/// <param name="Answer">The service's answer.</param>
/// <param name="Events">Events of the builds until the connection ends; null if blobs are missing.</param>
public sealed record LaunchReply(LaunchAnswer Answer, IAsyncEnumerator<BuildEvent>? Events) : IAsyncDisposable
{
    /// <summary>Whether blobs are missing.</summary>
    public bool IsIncomplete => Answer.State == "Incomplete";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Events?.DisposeAsync() ?? ValueTask.CompletedTask;
}
