namespace Slipway.Protocol.Environments;

/// <summary>What has to hold so that one machine, the deployment controller, can be the only one that launches builds.</summary>
/// <param name="Name">One of the constants.</param>
/// <param name="Holds">Does it? Null when nothing is known yet.</param>
/// <param name="Text">What is so, a sentence.</param>
public sealed record EnvironmentCondition(string Name, bool? Holds, string Text)
{
    /// <summary>The deployment controller is a front-end, too.</summary>
    public const string ControllerIsFrontEnd = "controller-is-front-end";

    /// <summary>The internal address is that of the deployment controller.</summary>
    public const string InternalAddress = "internal-address";

    /// <summary>Who launched from the development environment lately did so through it.</summary>
    public const string IdeLaunches = "ide-launches";

    /// <summary>Who launched from the console lately did so through it.</summary>
    public const string ConsoleLaunches = "console-launches";
}
