namespace Slipway.Worker.Builds;

/// <summary>Something that goes on in a build; masked, cleaned, one line.</summary>
/// <param name="Text">A few words.</param>
public sealed record BuildEvent(string Text);
