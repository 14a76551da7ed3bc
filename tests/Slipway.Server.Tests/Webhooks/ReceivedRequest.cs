namespace Slipway.Server.Tests.Webhooks;

internal sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);
