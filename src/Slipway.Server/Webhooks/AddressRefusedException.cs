namespace Slipway.Server.Webhooks;

/// <summary>Thrown when a name resolves to an address to which the service does not connect.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);
