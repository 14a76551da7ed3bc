namespace Slipway.Server.Requests;

/// <summary>The answer that a request got the first time.</summary>
internal sealed record OnceAnswer(string BodySha256, long Status, string Response);
