using Dapper;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Launches;

/// <summary>Records launches that the policy of an environment refused: in the audit trail, and for the environment's counts.</summary>
internal sealed class RefusedLaunches(RequestDelegate next, Database database, AuditTrail audit)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (LaunchRefusedException e)
        {
            await NoteAsync(context.Caller(), e.Launch);
            throw;
        }
    }

    private Task NoteAsync(Caller caller, RefusedLaunch launch) => database.WriteAsync(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            $"""
            INSERT INTO refused_launches (id, organisation_id, environment_key, at, channel, requested_by, requested_through, requested_through_name, address)
            VALUES (@id, @Organisation, @EnvironmentKey, {database.Now}, @Channel, @Requester, @server, @name, @Address)
            """,
            new { id = Guid.CreateVersion7().ToString(), caller.Organisation, launch.EnvironmentKey, launch.Channel, caller.Requester, server = caller.Through?.Id, name = caller.Through?.Name, caller.Address },
            transaction);
        await audit.WriteAsync(connection, transaction, caller, "build.refuse", launch.EnvironmentKey, new { launch.Channel, caller.Requester, Server = caller.Through?.Name });
    });
}

/// <summary>A launch that the policy of its environment refused.</summary>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Channel">The channel of the launch: CLI, IDE, Console or API.</param>
internal sealed record RefusedLaunch(string EnvironmentKey, string Channel);

/// <summary>Thrown when the policy of an environment refuses a launch. The transaction is rolled back, and the refusal is recorded after that.</summary>
internal sealed class LaunchRefusedException(Problem problem, RefusedLaunch launch) : ProblemException(problem)
{
    public RefusedLaunch Launch => launch;
}
