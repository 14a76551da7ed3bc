namespace Slipway.Formats.Dex.Verification;

/// <summary>Something that the verifier objects to.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Type">Descriptor of the class that it is in.</param>
/// <param name="Member">The method as name and descriptor, or the field; null for the class itself.</param>
/// <param name="Address">Code units from the start of the method; the position in the instruction list while code has no addresses; -1 outside of code.</param>
/// <param name="Text">What is wrong, in one sentence without a full stop.</param>
/// <param name="IsLinkage">Whether classes do not fit each other, which a JVM tells too, and only when it loads the class or runs the instruction.</param>
public sealed record DexFinding(DexSeverity Severity, string Type, string? Member, int Address, string Text, bool IsLinkage = false)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Severity}: {Type}{(Member is null ? "" : "->" + Member)}{(Address < 0 ? "" : $" @{Address:x4}")}: {Text}";
}
