using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Requests;

/// <summary>The identity of a request that is executed once, however often it is sent.</summary>
/// <param name="Organisation">The organisation of the caller; keys are separate for each organisation.</param>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Key">The key that the client made for it.</param>
/// <param name="BodySha256">Hash of the request's body.</param>
internal sealed record IdempotencyKey(string Organisation, string Operation, string Key, string BodySha256)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Longest = 200;

    /// <summary>Returns the key of a request; null if it has none.</summary>
    /// <exception cref="ProblemException">The header is malformed.</exception>
    public static string? Of(HttpRequest request)
    {
        if (request.Headers[Header] is not { Count: > 0 } values)
            return null;
        return values is [{ Length: > 0 and <= Longest } key] && key.All(c => c is > ' ' and <= '~')
            ? key
            : throw new ProblemException(ServiceProblems.Malformed.At(Header, $"The key is one word of 1 to {Longest} characters."));
    }
}
