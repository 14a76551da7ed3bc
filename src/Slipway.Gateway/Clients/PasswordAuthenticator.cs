using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>
/// Remembers which users and passwords were right, as a hash under a key of this process. A slow hash protects the passwords when the file is stolen, but
/// it would take too long if it ran for every tunnel.
/// </summary>
internal sealed class VerifiedPasswordCache
{
    private const int Most = 10_000;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<UInt128, bool> _known = new();
    private int _count;

    public bool Contains(BasicCredentials credentials) => _known.ContainsKey(Mark(credentials));

    public void Add(BasicCredentials credentials)
    {
        // Only right passwords are stored, and there are few users. When a file has more users than fit, some passwords are hashed again.
        if (_known.TryAdd(Mark(credentials), true) && Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            _count = 0;
        }
    }

    private UInt128 Mark(BasicCredentials credentials)
    {
        using var digest = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        digest.AppendData(Encoding.UTF8.GetBytes(credentials.User));
        digest.AppendData([0]);
        digest.AppendData(credentials.Password);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest.GetHashAndReset());
    }
}
