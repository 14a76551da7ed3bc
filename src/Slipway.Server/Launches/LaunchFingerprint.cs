using System.Text.Json;
using Slipway.Protocol.Launches;
using Slipway.Server.Blobs;

namespace Slipway.Server.Launches;

/// <summary>Compares launches independently of their form and order, so that a repeated launch gets the stored answer of the first.</summary>
internal static class LaunchFingerprint
{
    /// <summary>Returns the hash of a launch, which includes the hashes of its blobs.</summary>
    public static string Of(LaunchRequest request)
    {
        var ordered = request.Revision is { } revision ? request with { Revision = revision with { Files = [.. revision.Files.OrderBy(file => file.Path, StringComparer.Ordinal)] } } : request;
        return Sha256Text.Of(JsonSerializer.SerializeToUtf8Bytes(ordered, JsonSerializerOptions.Web));
    }

    /// <summary>Returns an answer as JSON for the database.</summary>
    public static string Write(LaunchAnswer answer) => JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);

    /// <summary>Reads a stored answer.</summary>
    public static LaunchAnswer Read(string response) => JsonSerializer.Deserialize<LaunchAnswer>(response, JsonSerializerOptions.Web) ?? throw new InvalidDataException("An answer is empty.");
}
