using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Builds;

/// <summary>The query of a list of builds.</summary>
/// <param name="Application">Key or name of the application.</param>
/// <param name="Environment">Key or name of the environment.</param>
/// <param name="Platform">Android or iOS.</param>
/// <param name="Status">Status of the builds.</param>
/// <param name="BuildKey">Id of the revision.</param>
/// <param name="Offset">How many to skip.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record BuildQuery(string? Application, string? Environment, string? Platform, string? Status, Guid? BuildKey, int? Offset, int? Limit)
{
    /// <summary>The query as a filter.</summary>
    /// <exception cref="ProblemException">A platform or status is unknown.</exception>
    public BuildFilter Filter => new(Application, Environment, Known<MobilePlatform>(Platform, "platform"), Known<BuildStatus>(Status, "status"), BuildKey);

    private static T? Known<T>(string? word, string where)
        where T : struct, Enum
    {
        if (word is null)
            return null;
        return EnumText.TryParse<T>(word, out var known)
            ? known
            : throw new ProblemException(ServiceProblems.Invalid.At(where, $"The values are {string.Join(", ", Enum.GetNames<T>())}."));
    }
}
