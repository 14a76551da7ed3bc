using Microsoft.Extensions.Primitives;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>
/// A problem whose answer needs headers. Headers that were set before the failure are not sent, because they belong to the answer
/// that failed.
/// </summary>
/// <param name="problem">What is wrong.</param>
/// <param name="headers">Headers of the answer.</param>
internal sealed class HttpProblemException(Problem problem, params IReadOnlyList<(string Name, StringValues Value)> headers) : ProblemException(problem)
{
    /// <summary>Headers of the answer.</summary>
    public IReadOnlyList<(string Name, StringValues Value)> Headers => headers;
}
