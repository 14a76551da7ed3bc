namespace Slipway.Worker.Builds;

/// <summary>How a build ended.</summary>
public enum BuildEnd
{
    /// <summary>The package is there.</summary>
    Succeeded,

    /// <summary>Something is wrong with the app, the request or the credentials; another attempt ends the same.</summary>
    Refused,

    /// <summary>It took more than it may, or did what no build does; another attempt ends the same.</summary>
    Stopped,

    /// <summary>It broke off; another attempt may succeed.</summary>
    Crashed,

    /// <summary>This worker cannot do it now; another worker may.</summary>
    Unavailable,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}
