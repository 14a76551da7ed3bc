namespace Slipway.Gateway.Diagnosis;

/// <summary>The outcome of a check.</summary>
public enum CheckState
{
    /// <summary>The check passed.</summary>
    Ok,

    /// <summary>The check failed.</summary>
    Fail,

    /// <summary>The result could not be measured, which does not count as passed.</summary>
    Unknown,

    /// <summary>The check was not tried: it does not apply, it was not requested, or a check that it depends on failed.</summary>
    Skipped,
}
