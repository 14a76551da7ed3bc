namespace Slipway.Formats.Dex.Verification;

/// <summary>Severity of a finding.</summary>
public enum DexSeverity
{
    /// <summary>The runtime accepts the class but the code is suspect, for example because of unbalanced monitors.</summary>
    Warning,

    /// <summary>The runtime refuses the class, or the instruction cannot run.</summary>
    Error,
}
