namespace Slipway.Build.Read.Selection;

/// <summary>The user's options about which files become part of an app.</summary>
/// <param name="Include">Patterns of files that are kept although they would be left out.</param>
/// <param name="PrivateFiles">Paths of files that are always left out: the credentials that options name.</param>
public sealed record FileChoice(IReadOnlyList<string> Include, IReadOnlyList<string> PrivateFiles)
{
    /// <summary>No options.</summary>
    public static FileChoice None { get; } = new([], []);
}
