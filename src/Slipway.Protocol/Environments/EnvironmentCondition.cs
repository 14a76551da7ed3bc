namespace Slipway.Protocol.Environments;

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
