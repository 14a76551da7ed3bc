using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Clients;

/// <summary>Authenticates clients by user and password (Basic, RFC 7617). Clients send them for each tunnel, so right ones are remembered.</summary>
/// <param name="passwords">The users and the hashes of their passwords.</param>
/// <param name="realm">The text that programs show when they ask for the password.</param>
/// <param name="clock">The clock.</param>
public sealed class PasswordAuthenticator(PasswordFile passwords, string realm, TimeProvider clock) : IClientAuthenticator
{
    private readonly VerifiedPasswordCache _verified = new();
    private readonly PasswordAttemptThrottle _damping = new(clock);

    /// <inheritdoc/>
    public string Challenge { get; } = $"Basic realm=\"{realm}\", charset=\"UTF-8\"";

    /// <inheritdoc/>
    public ValueTask<string?> AuthenticateAsync(ClientEvidence evidence, CancellationToken cancellation)
    {
        if (BasicCredentials.Parse(evidence.ProxyAuthorization) is not { } credentials)
            return new((string?)null);
        if (_verified.Contains(credentials))
            return new(credentials.User);
        return _damping.MustWait(evidence.Address) ? new((string?)null) : new(Task.Run(() => Verify(evidence, credentials), cancellation));
    }

    private string? Verify(ClientEvidence evidence, BasicCredentials credentials)
    {
        if (!passwords.Fits(credentials.User, credentials.Password))
        {
            _damping.Failed(evidence.Address);
            return null;
        }

        _damping.Succeeded(evidence.Address);
        _verified.Add(credentials);
        return credentials.User;
    }
}
