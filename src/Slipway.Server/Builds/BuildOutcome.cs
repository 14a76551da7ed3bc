using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Server.Builds;

/// <summary>What came of a build, as it is kept in its row.</summary>
internal sealed record BuildOutcome
{
    /// <summary>What was wrong or is worth knowing.</summary>
    public IReadOnlyList<ProblemDescription> Problems { get; init; } = [];

    /// <summary>What is known of the app; null when the build did not come so far.</summary>
    public BuildFacts? Facts { get; init; }

    /// <summary>Milliseconds of each stage.</summary>
    public IReadOnlyDictionary<string, double>? Timings { get; init; }

    /// <summary>The outcome of a row; nothing when there is none yet.</summary>
    public static BuildOutcome Parse(string? json) => json is null ? new BuildOutcome() : JsonSerializer.Deserialize<BuildOutcome>(json, JsonSerializerOptions.Web)!;

    /// <summary>The outcome of a build that the service ends by itself.</summary>
    public static BuildOutcome Of(params IReadOnlyList<Problem> problems) => new()
    {
        Problems = [.. problems.Select(p => new ProblemDescription(p.Code, p.Severity.ToString(), p.Where, p.Message, p.Remedy, p.Blame.ToString()))],
    };

    /// <summary>As a row keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
