namespace Slipway.Server.Webhooks;

/// <summary>A name leads where the service does not connect to.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);
