using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Offset">How many to pass over.</param>
/// <param name="Limit">How many at most.</param>
internal readonly record struct Paging(int Offset, int Limit)
{
    private const int Usual = 50;
    private const int Most = 100;

    /// <summary>Checks what a query said.</summary>
    /// <exception cref="ProblemException">A number is out of range.</exception>
    public static Paging Of(int? offset, int? limit)
    {
        if (offset is < 0)
            throw new ProblemException(ServerProblems.Invalid.At("offset", "The offset is negative."));
        if (limit is < 1 or > Most)
            throw new ProblemException(ServerProblems.Invalid.At("limit", $"The limit is not between 1 and {Most}."));
        return new Paging(offset ?? 0, limit ?? Usual);
    }
}
