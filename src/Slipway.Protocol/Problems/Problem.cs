namespace Slipway.Protocol.Problems;

/// <summary>Something that people must know or correct.</summary>
/// <param name="Kind">The entry of the catalogue.</param>
/// <param name="Where">File, entry, option or element.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Problem(ProblemKind Kind, string Where, string Message, string Remedy)
{
    /// <summary>The code in the catalogue.</summary>
    public string Code => Kind.Code;

    /// <summary>The effect on the build.</summary>
    public Severity Severity => Kind.Severity;

    /// <summary>Who can correct it.</summary>
    public Blame Blame => Kind.Blame;
}
