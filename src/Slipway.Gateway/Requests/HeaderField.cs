namespace Slipway.Gateway.Requests;

/// <summary>A header field as it came.</summary>
/// <param name="Name">Its name; compared without regard to case.</param>
/// <param name="Value">Its value without the spaces around it.</param>
public readonly record struct HeaderField(string Name, string Value)
{
    /// <summary>Has it this name?</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
