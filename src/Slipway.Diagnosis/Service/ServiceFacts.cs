using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Gateways;

namespace Slipway.Diagnosis.Service;

/// <summary>The facts about the service itself.</summary>
internal sealed class ServiceFacts
{
    /// <summary>The service's signed statement about itself; null when it could not be read.</summary>
    public PublishedHosts? Published { get; set; }

    /// <summary>Returns whether a name is one of the service's own. When it is not, a relay is in between.</summary>
    public bool Names(string host) => Published?.Hosts.Hosts.Any(known => known.Name.Equals(host, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>The service's clock in its last answer with a time, and this machine's clock at that moment.</summary>
    public (DateTimeOffset There, DateTimeOffset Here)? Clocks { get; set; }

    /// <summary>The answer to a simple echo; null when there was no genuine one.</summary>
    public EchoAnswer? Echo { get; set; }

    /// <summary>Whether the service accepted the token; null when there is none, or the result is unknown.</summary>
    public bool? TokenAccepted { get; set; }
}
