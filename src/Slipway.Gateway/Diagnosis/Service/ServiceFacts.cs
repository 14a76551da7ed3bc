using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Gateways;

namespace Slipway.Gateway.Diagnosis.Service;

/// <summary>What was learnt about the service itself.</summary>
internal sealed class ServiceFacts
{
    /// <summary>What it says of itself, signed; null when it could not be read.</summary>
    public PublishedHosts? Published { get; set; }

    /// <summary>Does the service say that a name is its own? Where it does not, a relay is in between.</summary>
    public bool Names(string host) => Published?.Hosts.Hosts.Any(known => known.Name.Equals(host, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>Its clock, when it last told the time, and the clock of this machine then.</summary>
    public (DateTimeOffset There, DateTimeOffset Here)? Clocks { get; set; }

    /// <summary>The answer to a simple echo; null when there was none that is genuine.</summary>
    public EchoAnswer? Echo { get; set; }

    /// <summary>Was the token accepted? Null when there is none, or nobody could tell.</summary>
    public bool? TokenAccepted { get; set; }
}
