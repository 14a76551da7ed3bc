namespace Slipway.Formats.Axml;

/// <summary>A namespace that an element declares.</summary>
/// <param name="Prefix">Prefix, or empty.</param>
/// <param name="Uri">Name of the namespace.</param>
public sealed record AxmlNamespace(string Prefix, string Uri)
{
    /// <summary>The namespace of the framework's attributes.</summary>
    public const string Android = "http://schemas.android.com/apk/res/android";
}
