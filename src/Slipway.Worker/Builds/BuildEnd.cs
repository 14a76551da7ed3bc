using Slipway.Protocol.Problems;

namespace Slipway.Worker.Builds;

/// <summary>The ways in which an attempt at a build ends.</summary>
public enum BuildEnd
{
    /// <summary>The attempt made its package.</summary>
    Succeeded,

    /// <summary>The app, the request or the credentials have an error; another attempt would end the same way.</summary>
    Refused,

    /// <summary>The build exceeded a limit or did something forbidden; another attempt would end the same way.</summary>
    Stopped,

    /// <summary>The build crashed; another attempt may succeed.</summary>
    Crashed,

    /// <summary>This worker cannot make the build at present; another worker may.</summary>
    Unavailable,

    /// <summary>The build was cancelled.</summary>
    Cancelled,
}

/// <summary>Classifies the ends of builds without a package.</summary>
internal static class BuildEnds
{
    /// <summary>Returns the end that problems mean: a problem of this machine may not occur on another.</summary>
    public static BuildEnd Of(IEnumerable<Problem> problems) =>
        problems.Any(p => p is { Severity: Severity.Error, Blame: not Blame.User }) ? BuildEnd.Unavailable : BuildEnd.Refused;
}

/// <summary>A sandboxed build did something that an ordinary build never does.</summary>
internal sealed class MisbehaviourException(string reason) : Exception(reason);
