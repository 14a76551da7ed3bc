namespace Slipway.Protocol.Problems;

/// <summary>Something that a person has to know or to put right.</summary>
/// <param name="Kind">The entry of the catalogue.</param>
/// <param name="Where">File, entry, option or element.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Problem(ProblemKind Kind, string Where, string Message, string Remedy)
{
    /// <summary>The code of the catalogue.</summary>
    public string Code => Kind.Code;

    /// <summary>What it does to the build.</summary>
    public Severity Severity => Kind.Severity;

    /// <summary>Who can put it right.</summary>
    public Blame Blame => Kind.Blame;
}
