using System.Text.Json;

namespace Slipway.Protocol.Environments;

/// <summary>The latest report of a server's doctor: GET <c>/api/v1/environments/{key}/servers/{id}/report</c>; PUT takes the report alone, signed by the server.</summary>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Report">The report.</param>
public sealed record ServerReport(DateTimeOffset ReceivedAt, JsonElement Report)
{
    /// <summary>The most bytes of a report.</summary>
    public const int Largest = 256 << 10;
}
