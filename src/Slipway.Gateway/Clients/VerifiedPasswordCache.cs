using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Gateway.Clients;

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
