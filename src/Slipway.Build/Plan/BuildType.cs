namespace Slipway.Build.Plan;

/// <summary>What a package is for.</summary>
public enum BuildType
{
    /// <summary>To try out: signed with a key of this machine's user, open to debuggers.</summary>
    Debug,

    /// <summary>To give away: signed with a key of the publisher.</summary>
    Release,
}
