using System.Buffers;
using System.Security.Cryptography;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Diagnostics;

/// <summary>Reads a body to its end without storing it.</summary>
internal static class BodyHash
{
    private const int BufferLength = 1 << 16;

    /// <summary>Returns the length and the hash of a body.</summary>
    /// <exception cref="ProblemException">The body exceeds the limit.</exception>
    public static async Task<(long Length, string Sha256)> ReadAsync(Stream body, long limit, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var length = 0L;
            while (await body.ReadAsync(buffer, cancellation) is > 0 and var count)
            {
                length += count;
                if (length > limit)
                    throw new ProblemException(ServiceProblems.BodyTooLarge.At("body", $"The body has more than {limit} bytes, the limit of this test.", "Send less, or use a token if the address accepts more with one."));
                hash.AppendData(buffer, 0, count);
            }

            return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
