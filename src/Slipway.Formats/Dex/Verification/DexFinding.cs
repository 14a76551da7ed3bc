namespace Slipway.Formats.Dex.Verification;

/// <summary>A finding of the verifier.</summary>
/// <param name="Severity">Its severity.</param>
/// <param name="Type">Descriptor of the class.</param>
/// <param name="Member">The method as name and descriptor, or the field; null for the class itself.</param>
/// <param name="Address">
/// Address in code units from the start of the method, or the position in the instruction list while code has no addresses; -1
/// outside of code.
/// </param>
/// <param name="Text">The finding in words: a sentence without a full stop.</param>
/// <param name="IsLinkage">
/// Whether classes are inconsistent with each other, which a JVM reports too, when it loads the class or runs the instruction.
/// </param>
public sealed record DexFinding(DexSeverity Severity, string Type, string? Member, int Address, string Text, bool IsLinkage = false)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Severity}: {Type}{(Member is null ? "" : "->" + Member)}{(Address < 0 ? "" : $" @{Address:x4}")}: {Text}";
}

/// <summary>Severity of a finding.</summary>
public enum DexSeverity
{
    /// <summary>The runtime accepts the class but the code is suspect, for example because of unbalanced monitors.</summary>
    Warning,

    /// <summary>The runtime refuses the class, or the instruction cannot run.</summary>
    Error,
}
