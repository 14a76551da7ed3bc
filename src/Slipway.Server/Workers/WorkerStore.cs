using Dapper;
using Slipway.Protocol;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Workers;

/// <summary>Workers in the database.</summary>
internal sealed class WorkerStore(Database database)
{
    private const long ForgetAfter = 7L * 24 * 3600 * 1000;

    /// <summary>Adds a worker and returns its id; also removes workers that were not seen for a week.</summary>
    public Task<string> RegisterAsync(Caller caller, WorkerRegistration registration, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7().ToString();
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    $"DELETE FROM workers WHERE seen_at < {database.Now} - {ForgetAfter} AND id NOT IN (SELECT worker_id FROM builds WHERE state = 'Leased')", transaction: transaction);
                await connection.ExecuteAsync(
                    $"""
                    INSERT INTO workers (id, organisation_id, token_id, name, platforms, builder_versions, slots, created_at, seen_at)
                    VALUES (@id, @OrganisationId, @TokenId, @Name, @platforms, @versions, @slots, {database.Now}, {database.Now})
                    """,
                    new
                    {
                        id,
                        caller.OrganisationId,
                        caller.TokenId,
                        registration.Name,
                        platforms = string.Join(' ', registration.Platforms.Select(EnumText.NameOf)),
                        versions = string.Join(' ', registration.BuilderVersions),
                        slots = (long)registration.Slots,
                    },
                    transaction);
                return id;
            },
            cancellation);
    }

    /// <summary>Returns a worker that requests a build, and records that it was seen.</summary>
    /// <exception cref="ProblemException">The token has registered no worker with this id.</exception>
    public async Task<WorkerRow> SeeAsync(Caller caller, string id, CancellationToken cancellation) =>
        await database.WriteAsync(
            (connection, transaction) => connection.QuerySingleOrDefaultAsync<WorkerRow?>(
                $"""
                UPDATE workers SET seen_at = {database.Now} WHERE id = @id AND token_id = @TokenId AND gone_at IS NULL
                RETURNING id, organisation_id, platforms, builder_versions
                """,
                new { id, caller.TokenId },
                transaction),
            cancellation)
        ?? throw new ProblemException(ServiceProblems.NotFound.At(id, "The worker is not registered."));

    /// <summary>Records that a worker leaves: it requests no more builds, but may finish those that it has.</summary>
    public Task LeaveAsync(Caller caller, string id, CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            $"UPDATE workers SET gone_at = coalesce(gone_at, {database.Now}) WHERE id = @id AND token_id = @TokenId", new { id, caller.TokenId }, transaction),
        cancellation);
}

/// <summary>A registered worker in the database; lists are separated by spaces.</summary>
internal sealed record WorkerRow(string Id, string? OrganisationId, string Platforms, string BuilderVersions);
