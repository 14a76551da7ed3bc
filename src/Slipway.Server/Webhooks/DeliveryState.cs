namespace Slipway.Server.Webhooks;

/// <summary>States of deliveries in the database.</summary>
internal static class DeliveryState
{
    /// <summary>It waits for its first or next attempt.</summary>
    public const string Waiting = "Waiting";

    /// <summary>The receiver answered with 2xx.</summary>
    public const string Delivered = "Delivered";

    /// <summary>All attempts failed, or further ones are pointless.</summary>
    public const string Dead = "Dead";
}
