namespace Slipway.Build.Read;

/// <summary>A script or style that a page loads and that is not among the files of the app.</summary>
/// <param name="Address">As the page has it.</param>
/// <param name="Line">Line of the page.</param>
/// <param name="IsScript">Is it a script?</param>
internal sealed record MissingPart(string Address, int Line, bool IsScript);
