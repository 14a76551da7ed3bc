namespace Slipway.Build.Read;

/// <summary>A script or style sheet that a page loads but that the app does not contain.</summary>
/// <param name="Address">Its address as the page writes it.</param>
/// <param name="Line">Line of the page.</param>
/// <param name="IsScript">True for a script, false for a style sheet.</param>
internal sealed record MissingPart(string Address, int Line, bool IsScript);
