namespace Slipway.Gateway.Requests;

/// <summary>A header field as received.</summary>
/// <param name="Name">Its name; compared without regard to case.</param>
/// <param name="Value">Its value without surrounding spaces.</param>
public readonly record struct HeaderField(string Name, string Value)
{
    /// <summary>Returns whether the field has this name.</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
