using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Protocol.Environments;

/// <summary>An environment, such as development or production.</summary>
/// <param name="Key">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="InternalAddress">Address under which the platform's own servers reach each other; null for none.</param>
/// <param name="LaunchPolicy">AnyFrontEnd or ControllerOnly.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Machines">The machines in it.</param>
public sealed record EnvironmentDescription(
    Guid Key, string Name, string? InternalAddress, string LaunchPolicy, DateTimeOffset CreatedAt, [property: JsonPropertyName("servers")] IReadOnlyList<MachineDescription> Machines)
{
    /// <summary>Conditions for the policy ControllerOnly; only in the description of a single environment.</summary>
    public IReadOnlyList<EnvironmentCondition>? Conditions { get; init; }
}

/// <summary>A new environment, or changes to one; null leaves a value as it is.</summary>
/// <param name="Name">Name; unique in the organisation.</param>
/// <param name="InternalAddress">Address under which the platform's own servers reach each other; empty for none.</param>
/// <param name="LaunchPolicy">AnyFrontEnd or ControllerOnly.</param>
public sealed record EnvironmentChange(string? Name = null, string? InternalAddress = null, string? LaunchPolicy = null);

/// <summary>A condition for the policy ControllerOnly, under which one machine, the deployment controller, is the only one that launches builds.</summary>
/// <param name="Name">One of the constants.</param>
/// <param name="Holds">Whether it is met; null if that is not known yet.</param>
/// <param name="Text">The current state, a sentence.</param>
public sealed record EnvironmentCondition(string Name, bool? Holds, string Text)
{
    /// <summary>The deployment controller is also a front-end.</summary>
    public const string ControllerIsFrontEnd = "controller-is-front-end";

    /// <summary>The internal address is that of the deployment controller.</summary>
    public const string InternalAddress = "internal-address";

    /// <summary>Recent launches from the development environment came through the deployment controller.</summary>
    public const string IdeLaunches = "ide-launches";

    /// <summary>Recent launches from the console came through the deployment controller.</summary>
    public const string ConsoleLaunches = "console-launches";
}

/// <summary>A machine of a customer's environment.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">Host name or address; null if it is not known.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">When it enrolled; null if it has not.</param>
/// <param name="SeenAt">When it last proved itself, to the minute; null for never.</param>
public sealed record MachineDescription(Guid Id, string Name, string? Address, IReadOnlyList<string> Roles, DateTimeOffset? EnrolledAt = null, DateTimeOffset? SeenAt = null);

/// <summary>A new machine of an environment.</summary>
/// <param name="Name">Name; unique in the environment.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="Address">Host name or address.</param>
public sealed record NewMachine(string Name, IReadOnlyList<string> Roles, string? Address = null);

/// <summary>
/// The latest report of the doctor on a machine: GET <c>/api/v1/environments/{key}/servers/{id}/report</c>; PUT takes the report alone, signed by the machine.
/// </summary>
/// <param name="ReceivedAt">When the service received it.</param>
/// <param name="Report">The report.</param>
public sealed record MachineReport(DateTimeOffset ReceivedAt, JsonElement Report)
{
    /// <summary>Maximum size of a report in bytes.</summary>
    public const int Largest = 256 << 10;
}

/// <summary>Recent launches in an environment: GET <c>/api/v1/environments/{key}/launches?days=30</c>.</summary>
/// <param name="Days">Number of days that are counted.</param>
/// <param name="Launches">The counts; refused launches are counted separately.</param>
public sealed record LaunchCounts(int Days, IReadOnlyList<LaunchCount> Launches);

/// <summary>The number of launches that came the same way.</summary>
/// <param name="Channel">CLI, IDE, Console or API.</param>
/// <param name="Machine">Id of the machine that proved itself; null if none did.</param>
/// <param name="MachineName">Name of the machine at that time.</param>
/// <param name="Refused">Whether the policy of the environment refused them.</param>
/// <param name="Count">Number of launches.</param>
/// <param name="Newest">Time of the last launch.</param>
public sealed record LaunchCount(string Channel, [property: JsonPropertyName("server")] Guid? Machine, [property: JsonPropertyName("serverName")] string? MachineName, bool Refused, int Count, DateTimeOffset Newest);
