namespace Slipway.Server.Requests;

/// <summary>The stored answer of the first request.</summary>
internal sealed record IdempotencyRecord(string BodySha256, long Status, string Response);
