namespace Slipway.Build.Read.Selection;

/// <summary>What somebody says about the files that become part of an app.</summary>
/// <param name="Include">Patterns of what is in although it would be left out.</param>
/// <param name="PrivateFiles">Paths of files that are never in: those that options name to sign with.</param>
public sealed record FileChoice(IReadOnlyList<string> Include, IReadOnlyList<string> PrivateFiles)
{
    /// <summary>Nothing is said.</summary>
    public static FileChoice None { get; } = new([], []);
}
