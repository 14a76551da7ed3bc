namespace Slipway.Build.Problems;

/// <summary>Who can put a problem right.</summary>
public enum Blame
{
    /// <summary>The person whose app or options these are.</summary>
    User,

    /// <summary>Whoever runs the machine: a missing tool, a full disk, a network that does not answer.</summary>
    Machine,

    /// <summary>The authors of Slipway.</summary>
    Slipway,
}
