namespace Slipway.Deploy;

/// <summary>Writes the page with the button that installs an app: one file without scripts, which loads nothing from elsewhere.</summary>
public static class InstallPage
{
    /// <summary>The Content-Security-Policy that such a page needs; it allows nothing else.</summary>
    public static string Policy { get; } = $"default-src 'none'; img-src data:; style-src 'sha256-{InstallPageLayout.StyleHash}'; base-uri 'none'; form-action 'none'";

    /// <summary>Writes the page of an iOS app.</summary>
    /// <param name="app">The app.</param>
    /// <param name="addresses">Where the files will be.</param>
    /// <param name="size">Length of the package in bytes.</param>
    /// <param name="icon">PNG of 180 pixels.</param>
    /// <param name="code">QR code of the page's own address.</param>
    /// <param name="sha256">Hash of the package in hexadecimal digits; null to leave it out.</param>
    public static byte[] Write(InstallableApp app, InstallAddresses addresses, long size, ReadOnlyMemory<byte> icon, QrCode code, string? sha256 = null) => InstallPageLayout.Write(new InstallPageContent(
        app.Name,
        $"{app.VersionName} ({app.BundleVersion})",
        addresses.InstallLink,
        [
            ("Size", InstallPageLayout.Size(size)),
            ("Requires", $"iOS {app.MinimumOs} or later"),
            ("Works on", Devices(app)),
            ("App ID", app.Id),
            .. Hash(sha256),
        ],
        "Open this page in Safari on your iPhone or iPad. On another device, scan the code with the camera of the iPhone or iPad.",
        icon,
        code));

    /// <summary>Writes the page of an Android package.</summary>
    /// <param name="app">The app.</param>
    /// <param name="download">Address of the package.</param>
    /// <param name="size">Its length in bytes.</param>
    /// <param name="icon">PNG of 180 pixels.</param>
    /// <param name="code">QR code of the page's own address.</param>
    /// <param name="sha256">Hash of the package in hexadecimal digits.</param>
    public static byte[] Write(AndroidPackage app, string download, long size, ReadOnlyMemory<byte> icon, QrCode code, string sha256) => InstallPageLayout.Write(new InstallPageContent(
        app.Name,
        $"{app.VersionName} ({app.VersionCode})",
        download,
        [("Size", InstallPageLayout.Size(size)), ("App ID", app.Id), .. Hash(sha256)],
        "Open this page on your Android device; when it asks, allow the browser to install apps. On another device, scan the code with the camera of the Android device.",
        icon,
        code));

    private static IEnumerable<(string Name, string Value)> Hash(string? sha256) => sha256 is null ? [] : [("SHA-256", sha256)];

    private static string Devices(InstallableApp app)
    {
        var kind = (app.ForPhones, app.ForPads) switch
        {
            (true, false) => "iPhones",
            (false, true) => "iPads",
            _ => "iPhones and iPads",
        };
        return app.ForListedDevices ? $"{kind} registered for this app" : $"{kind} of the organisation";
    }
}

/// <summary>The content of an installation page.</summary>
/// <param name="Name">Name of the app.</param>
/// <param name="Version">Its version.</param>
/// <param name="Link">What the button opens.</param>
/// <param name="Facts">Names and values that the page lists.</param>
/// <param name="Hint">What the user does next.</param>
/// <param name="Icon">PNG of 180 pixels.</param>
/// <param name="Code">QR code of the page's own address.</param>
internal sealed record InstallPageContent(
    string Name, string Version, string Link, IReadOnlyList<(string Name, string Value)> Facts, string Hint, ReadOnlyMemory<byte> Icon, QrCode Code);
