namespace Slipway.Build.Resources.Icons;

/// <summary>What is to be said about a picture of an icon that did not end the drawing.</summary>
/// <param name="Picture">The picture: SHA-256 in lower-case hexadecimal digits. Whoever draws need not know the names of files.</param>
/// <param name="IsDrawn">It was drawn, but not as a browser shows it; otherwise another was taken.</param>
/// <param name="Text">What is wrong, in one sentence without a full stop.</param>
public sealed record IconRemark(string Picture, bool IsDrawn, string Text);
