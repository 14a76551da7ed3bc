using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Protocol.Client;

/// <summary>News of builds as they happen.</summary>
public abstract record BuildEvent
{
    private BuildEvent()
    {
    }

    /// <summary>The launch was accepted; its builds are in the queue.</summary>
    public sealed record Launched(LaunchAnswer Answer) : BuildEvent;

    /// <summary>A line of a log.</summary>
    public sealed record Logged(BuildMessage Message) : BuildEvent;

    /// <summary>A build went on.</summary>
    public sealed record Moved(StatusChange Change) : BuildEvent;

    /// <summary>A build has ended.</summary>
    public sealed record Ended(BuildDescription Build) : BuildEvent;
}
