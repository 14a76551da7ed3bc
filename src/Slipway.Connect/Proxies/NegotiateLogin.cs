using System.Net;
using System.Net.Security;
using Slipway.Protocol.Problems;

namespace Slipway.Connect.Proxies;

/// <summary>Kerberos, or what the system's library offers besides (RFC 4559), with the ticket of the process or a user's password.</summary>
public sealed class NegotiateLogin : IUpstreamLogin
{
    private const string Scheme = "Negotiate";

    private readonly string _target;
    private readonly NetworkCredential _credential;

    /// <summary>A login at a parent.</summary>
    /// <param name="host">Its name, which its service principal has: HTTP/name.</param>
    /// <param name="user">The user; null for the ticket of the process.</param>
    /// <param name="password">The user's password.</param>
    /// <exception cref="ProblemException">The system's library is not there, or there is no ticket.</exception>
    public NegotiateLogin(string host, string? user, string? password)
    {
        (_target, _credential) = ($"HTTP/{host}", user is null ? CredentialCache.DefaultNetworkCredentials : new NetworkCredential(user, password));
        using var trial = Begin();
        trial.GetOutgoingBlob(ReadOnlySpan<byte>.Empty, out var status);
        if (status == NegotiateAuthenticationStatusCode.Unsupported)
            throw new ProblemException(GatewayProblems.NegotiateUnavailable.At(host, "The system's library cannot begin a login."));
    }

    /// <inheritdoc/>
    public string? First() => null;

    /// <inheritdoc/>
    public string? Next(IReadOnlyList<string> challenges, ref IDisposable? state)
    {
        var challenge = challenges.FirstOrDefault(c => c.Equals(Scheme, StringComparison.OrdinalIgnoreCase) || c.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase));
        if (challenge is null)
            return null;
        var isFirst = state is null;
        var token = challenge[Scheme.Length..].Trim();
        // A parent that begins again after our token has refused it.
        if (isFirst != (token.Length == 0))
            return null;
        var login = (NegotiateAuthentication)(state ??= Begin());
        var answer = login.GetOutgoingBlob(token.Length == 0 ? null : token, out var status);
        return answer is not null && status is NegotiateAuthenticationStatusCode.Completed or NegotiateAuthenticationStatusCode.ContinueNeeded ? $"{Scheme} {answer}" : null;
    }

    private NegotiateAuthentication Begin() => new(new NegotiateAuthenticationClientOptions { Package = Scheme, TargetName = _target, Credential = _credential });
}
