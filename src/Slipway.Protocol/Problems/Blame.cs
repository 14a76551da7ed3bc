namespace Slipway.Protocol.Problems;

/// <summary>Who can put a problem right.</summary>
public enum Blame
{
    /// <summary>The person whose app or options these are.</summary>
    User,

    /// <summary>Whoever runs the machine: a missing tool, a full disk.</summary>
    Machine,

    /// <summary>The network between the user and the service, or a service that does not answer.</summary>
    Network,

    /// <summary>The authors of Slipway.</summary>
    Slipway,
}
