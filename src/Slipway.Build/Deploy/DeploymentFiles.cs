using System.Text;
using SkiaSharp;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Resources.Ios;
using Slipway.Deploy;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Deploy;

/// <summary>Writes the files beside a package that devices need to install it over the air.</summary>
public static class DeploymentFiles
{
    /// <summary>Writes the manifest, the page, the icons and the QR code.</summary>
    /// <param name="plan">The app; only ad hoc and enterprise apps can be installed from a page.</param>
    /// <param name="ipaPath">The package.</param>
    /// <param name="baseAddress">The https address of the folder that all files will be served from.</param>
    /// <param name="outFolder">Folder to write to.</param>
    /// <returns>Paths of the files.</returns>
    /// <exception cref="ProblemException">The address is not https, or names no folder.</exception>
    public static IReadOnlyList<string> Write(IosPlan plan, string ipaPath, Uri baseAddress, string outFolder)
    {
        if (WhyNot(plan) is not null)
            return [];
        var addresses = new InstallAddresses(FolderOf(baseAddress), Path.GetFileNameWithoutExtension(ipaPath));
        var icons = IconFaults.Guard(() => IosIcons.Render(plan.Icon, [("57", 57), ("180", 180), ("512", 512)])).Files.ToDictionary(file => file.Path, file => file.Bytes);
        var code = QrCode.Of(addresses.Of(".html"));
        var app = Describe(plan);
        (string Suffix, ReadOnlyMemory<byte> Content)[] files =
        [
            ("-57.png", icons["57"]),
            ("-512.png", icons["512"]),
            ("-qr.svg", Encoding.UTF8.GetBytes(code.ToSvg())),
            ("-qr.png", QrPicture.ToPng(code)),
            (".plist", InstallManifest.Write(app, addresses)),
            (".html", InstallPage.Write(app, addresses, new FileInfo(ipaPath).Length, icons["180"], code)),
        ];
        foreach (var (suffix, content) in files)
            OutputFile.Write(Path.Combine(outFolder, addresses.Name + suffix), content);
        return [.. files.Select(file => Path.Combine(outFolder, addresses.Name + file.Suffix))];
    }

    /// <summary>Returns why an app cannot be installed from a page; null when it can.</summary>
    public static Problem? WhyNot(IosPlan plan) => plan.Type is MobileBuildType.Adhoc or MobileBuildType.InHouse
        ? null
        : DeploymentProblems.NotOverTheAir.At("--install-url", $"A package of the type {plan.Type} cannot be installed from a page, so none was written.");

    /// <summary>The address of the folder, with its slash.</summary>
    /// <exception cref="ProblemException">The address is not https, or names no folder.</exception>
    public static Uri FolderOf(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            throw new ProblemException(DeploymentProblems.AddressInvalid.At("--install-url", $"'{address.OriginalString}' is not the https address of a folder."));
        return address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    private static InstallableApp Describe(IosPlan plan) => new()
    {
        Name = plan.Name,
        Id = plan.Id,
        VersionName = plan.VersionName,
        BundleVersion = plan.BundleVersion,
        MinimumOs = plan.MinimumOs,
        ForPhones = plan.Devices.HasFlag(DeviceFamilies.Phone),
        ForPads = plan.Devices.HasFlag(DeviceFamilies.Pad),
        ForListedDevices = plan.Type == MobileBuildType.Adhoc,
    };
}

/// <summary>Draws QR codes.</summary>
internal static class QrPicture
{
    private const int Module = 8;

    /// <summary>Returns the code as PNG, eight pixels per module.</summary>
    public static byte[] ToPng(QrCode code) => PngCanvas.DrawOpaque(code.Side * Module, (canvas, _) =>
    {
        canvas.Clear(SKColors.White);
        using var paint = new SKPaint { Color = SKColors.Black };
        for (var y = 0; y < code.Side; y++)
        {
            for (var x = 0; x < code.Side; x++)
            {
                if (code.IsDark(x, y))
                    canvas.DrawRect(SKRect.Create(x * Module, y * Module, Module, Module), paint);
            }
        }
    });
}
