using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Client;

/// <summary>The body of an answer that says what went wrong (RFC 9457).</summary>
/// <param name="Detail">What is wrong, in a sentence.</param>
/// <param name="TraceId">Finds the request in the service's log.</param>
/// <param name="ErrorCode">Code of the first problem.</param>
/// <param name="Problems">All of them.</param>
internal sealed record ProblemDocument(string? Detail = null, string? TraceId = null, string? ErrorCode = null, IReadOnlyList<ProblemDescription>? Problems = null);
