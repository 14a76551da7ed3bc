namespace Slipway.Worker.Builds;

/// <summary>A progress message of a build: one line, with secrets masked.</summary>
/// <param name="Text">The message, a few words.</param>
public sealed record BuildProgress(string Text);
