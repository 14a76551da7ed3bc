using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Server.Builds;

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
