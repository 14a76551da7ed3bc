using System.Text.Json;
using Slipway.Protocol.Launches;
using Slipway.Server.Blobs;

namespace Slipway.Server.Launches;

/// <summary>Tells whether two launches are the same, in whichever form and order they came, and keeps the answer for the second.</summary>
internal static class LaunchFingerprint
{
    /// <summary>Hash of what a launch says; the contents are in it by their hashes.</summary>
    public static string Of(LaunchRequest request)
    {
        var ordered = request.Revision is { } revision ? request with { Revision = revision with { Files = [.. revision.Files.OrderBy(file => file.Path, StringComparer.Ordinal)] } } : request;
        return Sha256Text.Of(JsonSerializer.SerializeToUtf8Bytes(ordered, JsonSerializerOptions.Web));
    }

    /// <summary>An answer as it is kept.</summary>
    public static string Write(LaunchAnswer answer) => JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);

    /// <summary>An answer that was kept.</summary>
    public static LaunchAnswer Read(string response) => JsonSerializer.Deserialize<LaunchAnswer>(response, JsonSerializerOptions.Web) ?? throw new InvalidDataException("An answer is empty.");
}
