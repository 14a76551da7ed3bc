using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>No segment of an id is a word of the Java language (Java Language Specification, 3.9 and 3.10).</summary>
internal sealed class IdKeywords : IRule
{
    private static readonly HashSet<string> Keywords = new(
        ("abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if "
         + "implements import instanceof int interface long native new package private protected public return short static strictfp super switch "
         + "synchronized this throw throws transient try void volatile while true false null _").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Returns whether a word is reserved in Java, so that no package name can contain it.</summary>
    public static bool IsKeyword(string segment) => Keywords.Contains(segment);

    public IEnumerable<Problem> Check(AppDraft app) =>
        from segment in app.Id.Value.Split('.')
        where IsKeyword(segment)
        select AppProblems.IdKeyword.At(app.Id.Where, $"The segment '{segment}' of the id is a word of the Java language.");
}
