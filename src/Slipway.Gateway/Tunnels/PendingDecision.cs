using System.Net;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>Collects the facts about a request, from which the decision is made at its end.</summary>
internal sealed class PendingDecision(string id, IPAddress client, DateTimeOffset at)
{
    public string Id => id;

    public IPAddress Client => client;

    public string? User { get; set; }

    public string? Method { get; set; }

    public Destination? Destination { get; set; }

    public string? Sni { get; set; }

    public DecisionVerdict Verdict { get; set; }

    public DenyReason Reason { get; set; }

    public AllowRule? Rule { get; set; }

    public IPAddress? Address { get; set; }

    public string? Upstream { get; set; }

    public int Status { get; set; }

    public long Up { get; set; }

    public long Down { get; set; }

    /// <summary>Notes that the request is refused, with the reason.</summary>
    public void Refuse(DenyReason reason) => (Verdict, Reason) = (DecisionVerdict.Deny, reason);

    /// <summary>Notes that the request would have been refused. The first reason counts.</summary>
    public void Report(DenyReason reason)
    {
        if (Verdict == DecisionVerdict.Allow)
            (Verdict, Reason) = (DecisionVerdict.WouldDeny, reason);
    }

    /// <summary>Notes that the gateway ended the request, before or after its tunnel was open.</summary>
    public void End(DenyReason reason)
    {
        if (Reason != DenyReason.None)
            return;
        Reason = reason;
        if (reason == DenyReason.Timeout)
            Verdict = DecisionVerdict.Deny;
    }

    public Decision ToDecision(TimeSpan duration) => new()
    {
        At = at,
        Id = id,
        Client = client,
        User = User,
        Method = Method,
        Host = Destination?.Host,
        Port = Destination?.Port ?? 0,
        Sni = Sni,
        Verdict = Verdict,
        Reason = Reason,
        Rule = Rule?.ToString(),
        Address = Address,
        Upstream = Upstream,
        Status = Status,
        Up = Up,
        Down = Down,
        Duration = duration,
    };
}
