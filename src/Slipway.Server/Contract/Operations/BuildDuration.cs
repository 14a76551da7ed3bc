namespace Slipway.Server.Contract.Operations;

/// <summary>When a build was asked for, begun and ended.</summary>
internal sealed record BuildDuration(long CreatedAt, long StartedAt, long FinishedAt)
{
    public long Wait => StartedAt - CreatedAt;

    public long Run => FinishedAt - StartedAt;
}
