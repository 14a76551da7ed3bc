using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Server.Builds;

/// <summary>A build in the database, with the name of its application.</summary>
internal sealed record BuildRow(
    string Key,
    string ApplicationKey,
    string Application,
    string EnvironmentKey,
    string BuildKey,
    long Revision,
    string Platform,
    string? BuildType,
    string? Framework,
    string BuilderVersion,
    long VersionLocked,
    string? AppIdentifier,
    string? VersionNumber,
    long? VersionCode,
    string State,
    string Status,
    long Attempt,
    long? CancelRequestedAt,
    long CreatedAt,
    long? StartedAt,
    long? FinishedAt,
    string? Outcome,
    string Channel,
    string RequestedBy,
    string? RequestedThrough,
    string? RequestedThroughName);

/// <summary>A line of a log in the database.</summary>
internal sealed record MessageRow(long Seq, long At, string Severity, string? Code, string? Stage, string Message)
{
    /// <summary>Returns the message that the API sends.</summary>
    public BuildMessage Describe(Guid build) => new(build, Seq, DatabaseTime.Of(At), Severity, Code, Stage, Message);
}

/// <summary>Outcome of a build, kept as JSON in its row.</summary>
internal sealed record RecordedOutcome
{
    /// <summary>Problems of the build: errors, warnings and notices.</summary>
    public IReadOnlyList<ProblemDescription> Problems { get; init; } = [];

    /// <summary>Facts about the app; null if the build failed before they were read.</summary>
    public BuildFacts? Facts { get; init; }

    /// <summary>Milliseconds of each stage.</summary>
    public IReadOnlyDictionary<string, double>? Timings { get; init; }

    /// <summary>Returns the outcome of a row; an empty one if the build has none yet.</summary>
    public static RecordedOutcome Parse(string? json) => json is null ? new RecordedOutcome() : JsonSerializer.Deserialize<RecordedOutcome>(json, JsonSerializerOptions.Web)!;

    /// <summary>Returns the outcome of a build that the service itself ends.</summary>
    public static RecordedOutcome Of(params IReadOnlyList<Problem> problems) => new()
    {
        Problems = [.. problems.Select(p => new ProblemDescription(p.Code, p.Severity.ToString(), p.Where, p.Message, p.Remedy, p.Blame.ToString()))],
    };

    /// <summary>Returns the JSON for the database row.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
