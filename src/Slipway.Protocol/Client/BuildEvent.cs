using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Protocol.Client;

/// <summary>An event of a build or launch.</summary>
public abstract record BuildEvent
{
    private BuildEvent()
    {
    }

    /// <summary>The launch was accepted; its builds are in the queue.</summary>
    public sealed record Launched(LaunchAnswer Answer) : BuildEvent;

    /// <summary>A line of a build's log.</summary>
    public sealed record Logged(BuildMessage Message) : BuildEvent;

    /// <summary>The status of a build changed.</summary>
    public sealed record Moved(StatusChange Change) : BuildEvent;

    /// <summary>A build has ended.</summary>
    public sealed record Ended(BuildDescription Build) : BuildEvent;
}
