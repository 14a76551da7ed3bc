using System.Diagnostics.Metrics;

namespace Slipway.Server.Telemetry;

/// <summary>Counters and histograms of the service. Without a collector they cost almost nothing.</summary>
internal static class ServerMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Slipway.Server";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Ended = Meter.CreateCounter<long>("slipway.builds.ended", "{build}", "Builds that ended, by outcome.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("slipway.build.duration", "s", "Time from the last claim to the end.");
    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>("slipway.build.wait", "s", "Time from the launch to the last claim.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("slipway.webhook.deliveries", "{try}", "Attempts to deliver a webhook, by result.");
    private static readonly Counter<long> Problems = Meter.CreateCounter<long>("slipway.problems", "{answer}", "Requests that were answered with a problem, by its code; SLW-SRV-10004 is a lost lease.");
    private static readonly Counter<long> Received = Meter.CreateCounter<long>("slipway.received", "By", "Bytes of received bodies.");
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("slipway.sent", "By", "Bytes of sent bodies whose length was known in advance.");

    /// <summary>Counts a build that ended.</summary>
    public static void BuildEnded(string state, long createdAt, long? startedAt, long finishedAt)
    {
        var tag = KeyValuePair.Create<string, object?>("state", state);
        Ended.Add(1, tag);
        if (startedAt is not { } started)
            return;
        Wait.Record((started - createdAt) / 1000.0, tag);
        Duration.Record((finishedAt - started) / 1000.0, tag);
    }

    /// <summary>Counts an attempt of a delivery.</summary>
    public static void DeliveryTried(string state) => Deliveries.Add(1, KeyValuePair.Create<string, object?>("state", state));

    /// <summary>Counts a request that was answered with a problem.</summary>
    public static void Refused(string code) => Problems.Add(1, KeyValuePair.Create<string, object?>("code", code));

    /// <summary>Counts the bytes of a request that has ended.</summary>
    public static void Transferred(long? received, long? sent)
    {
        if (received is > 0)
            Received.Add(received.Value);
        if (sent is > 0)
            Sent.Add(sent.Value);
    }
}
