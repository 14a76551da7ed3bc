using System.Text.Json;

namespace Slipway.Protocol.Access;

/// <summary>Who did what.</summary>
/// <param name="At">When.</param>
/// <param name="Actor"><c>user:ID</c>, <c>token:ID</c> or <c>service</c>.</param>
/// <param name="Action">What, such as <c>credential.export</c>.</param>
/// <param name="Subject">To what: an id.</param>
/// <param name="Address">From where.</param>
/// <param name="Details">What else is worth knowing.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string Subject, string Address, JsonElement Details)
{
    /// <summary>How often, where one entry stands for all of the same kind in a minute; the rest is about the first.</summary>
    public long Times { get; init; } = 1;
}
