using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Client;

/// <summary>The body of an error response (RFC 9457).</summary>
/// <param name="Detail">What is wrong, in one sentence.</param>
/// <param name="TraceId">Id of the request in the service's log.</param>
/// <param name="ErrorCode">Code of the first problem.</param>
/// <param name="Problems">All problems.</param>
internal sealed record ProblemDocument(string? Detail = null, string? TraceId = null, string? ErrorCode = null, IReadOnlyList<ProblemDescription>? Problems = null);
