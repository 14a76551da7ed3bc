using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Environments;
using Slipway.Server.Store;

namespace Slipway.Server.Launches;

/// <summary>Enforces the launch policy of environments.</summary>
internal sealed class LaunchGate(Database database)
{
    /// <summary>Refuses a launch that the policy does not allow.</summary>
    /// <exception cref="LaunchRefusedException">It does.</exception>
    public Task RequireAsync(Caller caller, string environment, string channel, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            await RequireAsync(connection, null, caller, environment, channel);
            return true;
        },
        cancellation);

    /// <summary>
    /// Refuses a launch that the policy does not allow. Runs in the transaction of the build, so that a machine that was just
    /// removed cannot launch.
    /// </summary>
    /// <exception cref="LaunchRefusedException">It does.</exception>
    public static async Task RequireAsync(DbConnection connection, DbTransaction? transaction, Caller caller, string environment, string channel)
    {
        var policy = await connection.QuerySingleAsync<GatedEnvironment>(
            "SELECT name, launch_policy FROM environments WHERE key = @environment AND organisation_id = @Organisation", new { environment, caller.Organisation }, transaction);
        if (policy.LaunchPolicy != EnvironmentRules.ControllerOnly)
            return;
        var controllers = (await connection.QueryAsync<GatedMachine>(
            "SELECT id, name, address FROM servers WHERE environment_key = @environment AND public_key IS NOT NULL AND roles LIKE @role ORDER BY name",
            new { environment, role = $"%{EnvironmentRules.Controller}%" },
            transaction)).AsList();
        if (controllers.Exists(server => server.Id == caller.Through?.Id))
            return;
        var message = $"Builds of the environment '{policy.Name}' are launched {Right(controllers)}. This launch came {Actual(caller, environment)}, on the channel {channel}.";
        throw new LaunchRefusedException(EnvironmentProblems.LaunchRefused.At(policy.Name, message), new RefusedLaunch(environment, channel));
    }

    private static string Right(List<GatedMachine> controllers) => controllers.Count == 0
        ? "only through its deployment controller, and none is enrolled"
        : "only through " + string.Join(" or ", controllers.Select(server => server.Address is { } address && address != server.Name ? $"{server.Name} ({address})" : server.Name));

    private static string Actual(Caller caller, string environment) => caller.Through switch
    {
        null => $"from {(caller.Address.Length > 0 ? caller.Address : "an unknown address")} without the proof of a server",
        { EnvironmentKey: var other } server when other != environment => $"through {server.Name}, a server of another environment",
        { } server => $"through {server.Name}, which has the role {string.Join(" and ", server.Roles)}",
    };

    private sealed record GatedEnvironment(string Name, string LaunchPolicy);

    private sealed record GatedMachine(string Id, string Name, string? Address);
}
