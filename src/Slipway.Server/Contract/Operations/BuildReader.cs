using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Operations;

/// <summary>Reads builds and what they say.</summary>
internal sealed class BuildReader(Database database)
{
    private const string Columns =
        """
        key, application_key, build_key, revision, platform, build_type, framework, builder_version, version_locked,
        app_identifier, version_number, version_code, status, created_at, started_at, finished_at, requested_by
        """;

    /// <summary>A page of an organisation's builds, the newest first, and how many there are.</summary>
    public Task<(IReadOnlyList<BuildRow> Rows, long Total)> ListAsync(string organisation, BuildFilter filter, Paging page, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var where = Where(filter);
            var parameters = Parameters(organisation, filter, page);
            var rows = await connection.QueryAsync<BuildRow>($"SELECT {Columns} FROM builds WHERE {where} ORDER BY created_at DESC, key DESC LIMIT @Limit OFFSET @Offset", parameters);
            var total = await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM builds WHERE {where}", parameters);
            return ((IReadOnlyList<BuildRow>)[.. rows], total);
        },
        cancellation);

    /// <summary>One build; null when the organisation has none of this key that the filter lets through.</summary>
    public Task<BuildRow?> FindAsync(string organisation, Guid key, BuildFilter filter, CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            var parameters = Parameters(organisation, filter, new Paging(0, 1));
            parameters.Add("key", key.ToString());
            return connection.QuerySingleOrDefaultAsync<BuildRow?>($"SELECT {Columns} FROM builds WHERE {Where(filter)} AND key = @key", parameters);
        },
        cancellation);

    /// <summary>A page of what a build of the organisation says, the oldest first.</summary>
    public Task<IReadOnlyList<MessageRow>> MessagesAsync(string organisation, string build, Paging page, CancellationToken cancellation) => database.ReadAsync(
        async connection => (IReadOnlyList<MessageRow>)[.. await connection.QueryAsync<MessageRow>(
            """
            SELECT m.at, m.severity, m.code, m.stage, m.message
            FROM build_messages m JOIN builds b ON b.key = m.build
            WHERE b.organisation_id = @organisation AND m.build = @build
            ORDER BY m.seq LIMIT @Limit OFFSET @Offset
            """,
            new { organisation, build, page.Limit, page.Offset })],
        cancellation);

    private static string Where(BuildFilter filter)
    {
        var where = "organisation_id = @organisation";
        if (filter.Environment is not null)
            where += " AND environment_key = @environment";
        if (filter.Application is not null)
            where += " AND application_key = @application";
        if (filter.Platform is not null)
            where += " AND lower(platform) = lower(@platform)";
        if (filter.Revision is not null)
            where += " AND revision = @revision";
        if (filter.Status is not null)
            where += " AND status = @status";
        return where;
    }

    private static DynamicParameters Parameters(string organisation, BuildFilter filter, Paging page) => new(new
    {
        organisation,
        environment = filter.Environment?.ToString(),
        application = filter.Application?.ToString(),
        platform = filter.Platform?.ToString(),
        revision = (long?)filter.Revision,
        status = filter.Status?.ToString(),
        page.Limit,
        page.Offset,
    });
}
