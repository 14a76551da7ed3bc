using Slipway.Deploy;
using Slipway.Server.Builds;

namespace Slipway.Server.Install;

/// <summary>Generates the files of an install page: the page itself, the manifest for iOS, and icons.</summary>
/// <param name="row">The package.</param>
/// <param name="page">Address of the page.</param>
internal sealed class InstallFiles(InstallableRow row, Uri page)
{
    private const int PageIcon = 180;
    private const string MinimumOs = "15.0";

    private readonly string _name = RecordedOutcome.Parse(row.Outcome).Facts?.Name ?? row.Application;
    private readonly string _id = row.AppIdentifier ?? "";
    private readonly string _version = row.VersionNumber ?? "";
    private readonly string _code = row.VersionCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? row.VersionNumber ?? "";
    private readonly InstallAddresses _addresses = new(new Uri(page.AbsoluteUri + "/"), Path.GetFileNameWithoutExtension(row.Name));

    /// <summary>The page.</summary>
    public byte[] Page()
    {
        var icon = TileIcon.Draw(_id, PageIcon);
        var code = QrCode.Of(page.AbsoluteUri);
        return Path.GetExtension(row.Name) == InstallableKind.Ipa
            ? InstallPage.Write(App(), _addresses, row.Size, icon, code, row.Sha256)
            : InstallPage.Write(new AndroidPackage(_name, _id, _version, _code), _addresses.Of(InstallableKind.Apk), row.Size, icon, code, row.Sha256);
    }

    /// <summary>Returns a file of the page other than the package; null if none has this name.</summary>
    public (byte[] Content, string Type)? Other(string file) => file.StartsWith(_addresses.Name, StringComparison.Ordinal) && Path.GetExtension(row.Name) == InstallableKind.Ipa
        ? file[_addresses.Name.Length..] switch
        {
            ".plist" => (InstallManifest.Write(App(), _addresses), "text/xml"),
            "-57.png" => (TileIcon.Draw(_id, 57), "image/png"),
            "-512.png" => (TileIcon.Draw(_id, 512), "image/png"),
            _ => null,
        }
        : null;

    private InstallableApp App() => new()
    {
        Name = _name,
        Id = _id,
        VersionName = _version,
        BundleVersion = _code,
        MinimumOs = MinimumOs,
        ForPhones = true,
        ForPads = true,
        ForListedDevices = row.BuildType != nameof(Protocol.Builds.MobileBuildType.InHouse),
    };
}
