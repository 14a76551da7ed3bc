namespace Slipway.Server.Webhooks;

/// <summary>How far a delivery is, as the database has it.</summary>
internal static class DeliveryState
{
    /// <summary>It will be tried, perhaps again.</summary>
    public const string Waiting = "Waiting";

    /// <summary>The receiver answered with 2xx.</summary>
    public const string Delivered = "Delivered";

    /// <summary>It was tried for a day in vain, or must not be tried.</summary>
    public const string Dead = "Dead";
}
