using System.Buffers.Binary;
using System.Text.Json;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;
using Slipway.Server.Requests;

namespace Slipway.Server.Launches;

/// <summary>Reads a launch that includes blobs: the length of the request in 4 bytes, the request, then a pack.</summary>
internal static class LaunchPack
{
    /// <summary>The media type of such a body.</summary>
    public const string MediaType = "application/vnd.slipway.launch-pack";

    /// <summary>Reads the request; the rest of the stream is the pack.</summary>
    /// <exception cref="ProblemException">The body is malformed.</exception>
    public static async Task<LaunchRequest> ReadRequestAsync(Stream body, int largest, RevisionLimits limits, JsonSerializerOptions json, CancellationToken cancellation)
    {
        var prefix = new byte[sizeof(int)];
        if (await body.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancellation) < prefix.Length)
            throw new ProblemException(ServiceProblems.Malformed.At("body", "The pack breaks off."));
        var length = BinaryPrimitives.ReadInt32BigEndian(prefix);
        if (length < 0 || length > largest)
            throw new ProblemException(ServiceProblems.BodyTooLarge.At("body", $"The request is larger than {largest} bytes."));
        await using var part = new PartStream(body, length, leaveOpen: true);
        await using var counted = CountedJson.OfLaunch(part, limits);
        var request = await JsonSerializer.DeserializeAsync<LaunchRequest>(counted, json, cancellation);
        return request is not null && part.Left == 0 ? request : throw new ProblemException(ServiceProblems.Malformed.At("body", "The request breaks off."));
    }

    /// <summary>Returns the next blob of a pack; null at its end.</summary>
    /// <exception cref="ProblemException">The pack breaks off.</exception>
    public static async Task<(string Sha256, long Length)?> NextAsync(BlobPackReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.NextAsync(cancellation);
        }
        catch (InvalidDataException e)
        {
            throw new ProblemException(ServiceProblems.Malformed.At("body", e.Message), e);
        }
    }
}
