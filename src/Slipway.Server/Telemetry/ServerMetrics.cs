using System.Diagnostics.Metrics;

namespace Slipway.Server.Telemetry;

/// <summary>What the service counts and measures while it works. Without anybody who collects, it costs next to nothing.</summary>
internal static class ServerMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Slipway.Server";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Ended = Meter.CreateCounter<long>("slipway.builds.ended", "{build}", "Builds that ended, by how.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("slipway.build.duration", "s", "Time from the claim that led to the end to the end.");
    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>("slipway.build.wait", "s", "Time from the launch to that claim.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("slipway.webhook.deliveries", "{try}", "Tries to deliver a webhook, by what came of it.");
    private static readonly Counter<long> Problems = Meter.CreateCounter<long>("slipway.problems", "{answer}", "Requests that were answered with a problem, by its code; SLW-SRV-10004 is a lost lease.");
    private static readonly Counter<long> Received = Meter.CreateCounter<long>("slipway.received", "By", "Bytes of bodies that came.");
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("slipway.sent", "By", "Bytes of bodies that went out, where their length was known before.");

    /// <summary>A build ended.</summary>
    public static void BuildEnded(string state, long createdAt, long? startedAt, long finishedAt)
    {
        var tag = KeyValuePair.Create<string, object?>("state", state);
        Ended.Add(1, tag);
        if (startedAt is not { } started)
            return;
        Wait.Record((started - createdAt) / 1000.0, tag);
        Duration.Record((finishedAt - started) / 1000.0, tag);
    }

    /// <summary>A delivery was tried.</summary>
    public static void DeliveryTried(string state) => Deliveries.Add(1, KeyValuePair.Create<string, object?>("state", state));

    /// <summary>A request was answered with a problem.</summary>
    public static void Refused(string code) => Problems.Add(1, KeyValuePair.Create<string, object?>("code", code));

    /// <summary>A request is over.</summary>
    public static void Transferred(long? received, long? sent)
    {
        if (received is > 0)
            Received.Add(received.Value);
        if (sent is > 0)
            Sent.Add(sent.Value);
    }
}
