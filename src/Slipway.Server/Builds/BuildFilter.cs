using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Builds;

/// <summary>Conditions on builds; null matches every build.</summary>
/// <param name="Application">Key or name of the application.</param>
/// <param name="Environment">Key or name of the environment.</param>
/// <param name="Platform">Platform.</param>
/// <param name="Status">Status of the builds.</param>
/// <param name="BuildKey">Id of the revision.</param>
/// <param name="Revision">Number of the revision.</param>
internal sealed record BuildFilter(string? Application, string? Environment, MobilePlatform? Platform, BuildStatus? Status, Guid? BuildKey, int? Revision = null)
{
    /// <summary>The conditions in SQL, for the table alias <c>b</c>.</summary>
    public string Sql => string.Concat(Conditions().Select(condition => " AND " + condition));

    /// <summary>The parameters of the conditions.</summary>
    public object Parameters(string organisation, Paging paging) => new
    {
        organisation,
        Application,
        Environment,
        platform = Platform is { } platform ? EnumText.NameOf(platform) : null,
        status = Status?.ToString(),
        buildKey = BuildKey?.ToString(),
        number = (long?)Revision,
        paging.Limit,
        paging.Offset,
    };

    private IEnumerable<string> Conditions()
    {
        if (Application is not null)
            yield return "b.application_key IN (SELECT key FROM applications WHERE organisation_id = @organisation AND (key = @Application OR name = @Application))";
        if (Environment is not null)
            yield return "b.environment_key IN (SELECT key FROM environments WHERE organisation_id = @organisation AND (key = @Environment OR name = @Environment))";
        if (Platform is not null)
            yield return "b.platform = @platform";
        if (Status is not null)
            yield return "b.status = @status";
        if (BuildKey is not null)
            yield return "b.build_key = @buildKey";
        if (Revision is not null)
            yield return "b.revision = @number";
    }
}

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
