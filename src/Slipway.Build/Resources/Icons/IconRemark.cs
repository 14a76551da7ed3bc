namespace Slipway.Build.Resources.Icons;

/// <summary>A remark about a picture of an icon that does not make the drawing fail.</summary>
/// <param name="Picture">The picture: SHA-256 in lower-case hexadecimal digits. The code that draws does not know file names.</param>
/// <param name="IsDrawn">True when the picture was drawn, but not as a browser shows it; false when another picture was drawn instead.</param>
/// <param name="Text">What is wrong, in one sentence without a full stop.</param>
public sealed record IconRemark(string Picture, bool IsDrawn, string Text);
