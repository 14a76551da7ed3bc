namespace Slipway.Formats.Dex.Verification;

/// <summary>How bad a finding is.</summary>
public enum DexSeverity
{
    /// <summary>The runtime takes the class but the code is suspect: unbalanced monitors, for example.</summary>
    Warning,

    /// <summary>The runtime refuses the class, or the instruction cannot run.</summary>
    Error,
}
