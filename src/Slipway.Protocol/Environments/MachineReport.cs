using System.Text.Json;

namespace Slipway.Protocol.Environments;

/// <summary>
/// The latest report of the doctor on a machine: GET <c>/api/v1/environments/{key}/servers/{id}/report</c>; PUT takes the report alone, signed by the machine.
/// </summary>
/// <param name="ReceivedAt">When the service received it.</param>
/// <param name="Report">The report.</param>
public sealed record MachineReport(DateTimeOffset ReceivedAt, JsonElement Report)
{
    /// <summary>Maximum size of a report in bytes.</summary>
    public const int Largest = 256 << 10;
}
