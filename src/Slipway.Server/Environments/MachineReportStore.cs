using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Requests;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>The latest report of each machine's doctor.</summary>
internal sealed class MachineReportStore(Database database)
{
    /// <summary>Stores a report of the machine that sends it, and replaces the previous one.</summary>
    /// <exception cref="ProblemException">Another machine sends it, or it is not JSON.</exception>
    public async Task SaveAsync(HttpContext context, Guid environment, Guid server)
    {
        if (context.Caller().Through is not { } sender || sender.Id != server.ToString() || sender.EnvironmentKey != environment.ToString())
            throw Missing(environment, server);
        await using var bounded = new UnpackedStream(context.Request.Body, MachineReport.Largest);
        using var report = await JsonDocument.ParseAsync(bounded, cancellationToken: context.RequestAborted);
        if (report.RootElement.ValueKind != JsonValueKind.Object)
            throw new ProblemException(ServiceProblems.Malformed.At("body", "A report is a JSON object."));
        var text = JsonSerializer.Serialize(report.RootElement);
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                $"""
                INSERT INTO server_reports (server_id, received_at, report) VALUES (@server, {database.Now}, @text)
                ON CONFLICT (server_id) DO UPDATE SET received_at = excluded.received_at, report = excluded.report
                """,
                new { server = server.ToString(), text },
                transaction),
            context.RequestAborted);
    }

    /// <summary>Returns the report of a machine.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<MachineReport> FindAsync(string organisation, Guid environment, Guid server, CancellationToken cancellation)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<(long At, string Report)?>(
                """
                SELECT r.received_at, r.report FROM server_reports r JOIN servers s ON s.id = r.server_id
                WHERE s.id = @server AND s.environment_key = @environment AND s.organisation_id = @organisation
                """,
                new { organisation, environment = environment.ToString(), server = server.ToString() }),
            cancellation);
        return row is var (at, report) ? new MachineReport(DatabaseTime.Of(at), JsonElement.Parse(report)) : throw Missing(environment, server);
    }

    private static ProblemException Missing(Guid environment, Guid server) => new(ServiceProblems.NotFound.At("id", $"There is no report of a server {server} in the environment {environment}."));
}
