namespace Slipway.Formats.Dex.Generation;

/// <summary>A known fact about a register's value.</summary>
/// <param name="Register">The register, the first of a pair when wide.</param>
/// <param name="IsWide">Whether it is a pair.</param>
/// <param name="Source">Register that holds the same value; -1 when the value is a constant.</param>
/// <param name="Constant">The constant.</param>
internal readonly record struct RegisterFact(int Register, bool IsWide, int Source, int Constant)
{
    public const int NoSource = -1;

    /// <summary>Whether a write to registers invalidates the fact.</summary>
    public bool IsVoidedBy(int register, int words) =>
        Overlaps(Register, register, words) || (Source != NoSource && Overlaps(Source, register, words));

    private bool Overlaps(int mine, int register, int words) => mine < register + words && register < mine + (IsWide ? 2 : 1);
}
