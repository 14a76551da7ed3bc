namespace Slipway.Deploy;

/// <summary>The addresses of the files that install an app.</summary>
/// <param name="Base">Address of the folder: https, ending with a slash.</param>
/// <param name="Name">Name of the package without its extension.</param>
public sealed record InstallAddresses(Uri Base, string Name)
{
    /// <summary>Returns the address of the file with the package's name and this ending.</summary>
    public string Of(string suffix) => new Uri(Base, Uri.EscapeDataString(Name + suffix)).AbsoluteUri;

    /// <summary>What the button opens (support.apple.com, "Distribute proprietary in-house apps").</summary>
    public string InstallLink => $"itms-services://?action=download-manifest&url={Uri.EscapeDataString(Of(".plist"))}";
}
