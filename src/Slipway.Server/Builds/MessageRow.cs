using Slipway.Protocol.Builds;

namespace Slipway.Server.Builds;

/// <summary>A line of a log in the database.</summary>
internal sealed record MessageRow(long Seq, long At, string Severity, string? Code, string? Stage, string Message)
{
    /// <summary>Returns the message that the API sends.</summary>
    public BuildMessage Describe(Guid build) => new(build, Seq, DatabaseTime.Of(At), Severity, Code, Stage, Message);
}
