namespace Slipway.Deploy;

/// <summary>Where the files of an installation will be found.</summary>
/// <param name="Base">The folder, https, ending with a slash.</param>
/// <param name="Name">Name of the package without its extension.</param>
public sealed record InstallAddresses(Uri Base, string Name)
{
    /// <summary>The address of a file that the name begins.</summary>
    public string Of(string suffix) => new Uri(Base, Uri.EscapeDataString(Name + suffix)).AbsoluteUri;

    /// <summary>What the button opens (support.apple.com, "Distribute proprietary in-house apps").</summary>
    public string InstallLink => $"itms-services://?action=download-manifest&url={Uri.EscapeDataString(Of(".plist"))}";
}
