using System.Text.Json;
using Slipway.Protocol.Access;

namespace Slipway.Server.Access;

/// <summary>A row of the audit trail.</summary>
internal sealed record AuditRow(long At, string Actor, string Action, string Subject, string Address, string Details, long Count)
{
    /// <summary>Returns the description that the API sends.</summary>
    public AuditEntry Describe() => new(DatabaseTime.Of(At), Actor, Action, Subject, Address, JsonElement.Parse(Details)) { Times = Count };
}
