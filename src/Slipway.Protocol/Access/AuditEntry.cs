using System.Text.Json;

namespace Slipway.Protocol.Access;

/// <summary>An entry of the audit log: who did what.</summary>
/// <param name="At">Time of the action.</param>
/// <param name="Actor">Who did it: <c>user:ID</c>, <c>token:ID</c> or <c>service</c>.</param>
/// <param name="Action">The action, such as <c>credential.export</c>.</param>
/// <param name="Subject">Id of what the action was done to.</param>
/// <param name="Address">Network address of the request.</param>
/// <param name="Details">Further details.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string Subject, string Address, JsonElement Details)
{
    /// <summary>
    /// Number of actions that this entry stands for: actions of the same kind within a minute share one entry, whose other values are those of the first.
    /// </summary>
    public long Times { get; init; } = 1;
}
