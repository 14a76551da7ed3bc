using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Builds;

/// <summary>Reads builds from the database.</summary>
internal sealed class BuildStore(Database database)
{
    private const string Select =
        """
        SELECT b.key, b.application_key, a.name AS application, b.environment_key, b.build_key, b.revision, b.platform, b.build_type, b.framework, b.builder_version, b.version_locked,
            b.app_identifier, b.version_number, b.version_code, b.state, b.status, b.attempt, b.cancel_requested_at, b.created_at, b.started_at,
            b.finished_at, b.outcome, b.channel, b.requested_by, b.requested_through, b.requested_through_name
        FROM builds b JOIN applications a ON a.key = b.application_key
        """;

    private const string Own = " WHERE b.organisation_id = @organisation";

    /// <summary>Returns a build; null if the organisation has none with this key.</summary>
    public Task<BuildRow?> FindAsync(string organisation, string key, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<BuildRow?>($"{Select}{Own} AND b.key = @key", new { organisation, key }), cancellation);

    /// <summary>Returns a build by a key from a signed address, which needs no check of the organisation; null if the build was removed.</summary>
    public Task<BuildRow?> FindAsync(string key, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<BuildRow?>($"{Select} WHERE b.key = @key", new { key }), cancellation);

    /// <summary>Returns a page of builds, the newest first, and the total number.</summary>
    public Task<(IReadOnlyList<BuildRow> Rows, long Total)> ListAsync(string organisation, BuildFilter filter, Paging paging, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var parameters = filter.Parameters(organisation, paging);
            var rows = await connection.QueryAsync<BuildRow>($"{Select}{Own}{filter.Sql} ORDER BY b.created_at DESC, b.key DESC LIMIT @Limit OFFSET @Offset", parameters);
            var total = await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM builds b WHERE b.organisation_id = @organisation{filter.Sql}", parameters);
            return ((IReadOnlyList<BuildRow>)rows.AsList(), total);
        },
        cancellation);

    /// <summary>Returns the lines of a log after a number, in order.</summary>
    public Task<IReadOnlyList<MessageRow>> MessagesAsync(string build, long after, int most, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<MessageRow>>(
        async connection => (await connection.QueryAsync<MessageRow>(
            "SELECT seq, at, severity, code, stage, message FROM build_messages WHERE build = @build AND seq > @after ORDER BY seq LIMIT @most", new { build, after, most })).AsList(),
        cancellation);
}
