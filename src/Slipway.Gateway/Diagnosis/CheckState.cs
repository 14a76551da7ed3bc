namespace Slipway.Gateway.Diagnosis;

/// <summary>What became of a check.</summary>
public enum CheckState
{
    /// <summary>It was measured, and it is as it should be.</summary>
    Ok,

    /// <summary>It was measured, and it is not as it should be.</summary>
    Fail,

    /// <summary>It could not be measured. That is not well.</summary>
    Unknown,

    /// <summary>It was not tried: it does not apply here, nobody asked, or a check that it builds on failed.</summary>
    Skipped,
}
