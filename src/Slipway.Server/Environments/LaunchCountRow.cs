using Slipway.Protocol.Environments;

namespace Slipway.Server.Environments;

/// <summary>A count of launches in the database. Its properties are settable, because an empty result of SQLite has no types for computed columns.</summary>
internal sealed record LaunchCountRow
{
    public string Channel { get; init; } = "";

    public string? Server { get; init; }

    public string? ServerName { get; init; }

    public long Refused { get; init; }

    public long Count { get; init; }

    public long Newest { get; init; }

    /// <summary>Returns the description that the API sends.</summary>
    public LaunchCount Describe() => new(Channel, Server is null ? null : Guid.Parse(Server), ServerName, Refused != 0, (int)Count, DatabaseTime.Of(Newest));
}
