using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Launches;

/// <summary>What was asked of a build, in the column <c>request</c> of its row, as JSON.</summary>
/// <param name="Options">What wins over what the app says of itself.</param>
/// <param name="Credentials">What signs: ids of credentials, or the word for what the configuration has.</param>
internal sealed record RequestColumn(LaunchOptions Options, LaunchCredentials Credentials)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Reads the column.</summary>
    public static RequestColumn Read(string json) => JsonSerializer.Deserialize<RequestColumn>(json, Json) ?? throw new InvalidDataException("A build has no request.");

    /// <summary>The text of the column.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);
}
