namespace Slipway.Protocol.Problems;

/// <summary>Who can correct a problem.</summary>
public enum Blame
{
    /// <summary>The person whose app or options these are.</summary>
    User,

    /// <summary>The operator of the machine: for example, a missing tool or a full disk.</summary>
    Machine,

    /// <summary>The network between the user and the service, or a service that does not answer.</summary>
    Network,

    /// <summary>The authors of Slipway.</summary>
    Slipway,
}
