using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Requests;

/// <summary>A request that is carried out once, however often it comes.</summary>
/// <param name="Organisation">Whose it is; keys of others never meet it.</param>
/// <param name="Operation">What the request does.</param>
/// <param name="Key">The key that the client made for it.</param>
/// <param name="BodySha256">Hash of what it says.</param>
internal sealed record OnceKey(string Organisation, string Operation, string Key, string BodySha256)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Longest = 200;

    /// <summary>The key that a request carries; null when it has none.</summary>
    /// <exception cref="ProblemException">The header is of another form.</exception>
    public static string? Of(HttpRequest request)
    {
        if (request.Headers[Header] is not { Count: > 0 } values)
            return null;
        return values is [{ Length: > 0 and <= Longest } key] && key.All(c => c is > ' ' and <= '~')
            ? key
            : throw new ProblemException(ServerProblems.Malformed.At(Header, $"The key is one word of 1 to {Longest} characters."));
    }
}
