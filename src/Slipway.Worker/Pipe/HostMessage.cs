using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Keys;
using Slipway.Formats.Plist;
using Slipway.Protocol.Builds;
using Slipway.Signing.Ios;

namespace Slipway.Worker.Pipe;

/// <summary>What the worker says to a locked-up build.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Order), "order")]
[JsonDerivedType(typeof(IconOrder), "iconOrder")]
[JsonDerivedType(typeof(Icons), "icons")]
[JsonDerivedType(typeof(Key), "key")]
[JsonDerivedType(typeof(Purpose), "purpose")]
[JsonDerivedType(typeof(Signature), "signature")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Refusal), "refusal")]
internal abstract record HostMessage
{
    /// <summary>Builds a package.</summary>
    public sealed record Order(BuildOrder Build) : HostMessage;

    /// <summary>Draws icons of pictures that are named by their hashes.</summary>
    public sealed record IconOrder(string Pictures, string Out, PipedIcon Icon) : HostMessage;

    /// <summary>Name of drawn icons in <see cref="BuildOrder.Prepared"/>; null when there are none.</summary>
    public sealed record Icons(string? Name) : HostMessage;

    /// <summary>Certificates of the key for Android.</summary>
    public sealed record Key(IReadOnlyList<byte[]> Chain, IReadOnlyList<PipedProblem> Notices) : HostMessage;

    /// <summary>What a package for iOS is for.</summary>
    public sealed record Purpose(PipedSigningPlan Answer) : HostMessage;

    /// <summary>A signature.</summary>
    public sealed record Signature(byte[] Bytes) : HostMessage;

    /// <summary>What was asked for is there.</summary>
    public sealed record Done : HostMessage;

    /// <summary>What was asked for cannot be had.</summary>
    public sealed record Refusal(IReadOnlyList<PipedProblem> Problems) : HostMessage;
}

/// <summary>An icon as its pictures are named: by SHA-256, in lower-case hexadecimal digits; lists of candidates, best first.</summary>
internal sealed record PipedIcon(
    MobilePlatform Platform,
    uint? LaunchColour,
    IReadOnlyList<string> Main,
    IReadOnlyList<string> Foreground,
    IReadOnlyList<string> Background,
    uint? BackgroundColour,
    IReadOnlyList<string> Monochrome,
    IconSource Source)
{
    /// <summary>The names of all pictures, each once.</summary>
    public IReadOnlyList<string> Pictures() => [.. Main.Concat(Foreground).Concat(Background).Concat(Monochrome).Distinct(StringComparer.Ordinal)];

    public static PipedIcon Of(IconRequest request)
    {
        var icon = request.Icon;
        return new PipedIcon(
            request.Platform,
            request.LaunchColour?.Argb,
            Hashes(icon.Main),
            Hashes(icon.Foreground),
            Hashes(icon.Background),
            icon.BackgroundColour?.Argb,
            Hashes(icon.Monochrome),
            icon.Source);
    }

    /// <summary>The icon with its pictures.</summary>
    /// <param name="read">Reads a picture by its name.</param>
    public IconRequest Open(Func<string, byte[]> read)
    {
        IReadOnlyList<IconImage> Images(IReadOnlyList<string> names) => [.. names.Select(name => new IconImage(read(name), name))];
        var colour = BackgroundColour is { } argb ? new Colour(argb) : (Colour?)null;
        var icon = new IconPlan(Images(Main), Images(Foreground), Images(Background), colour, Images(Monochrome), Source);
        return new IconRequest(icon, Platform, LaunchColour is { } launch ? new Colour(launch) : null);
    }

    private static List<string> Hashes(IReadOnlyList<IconImage> images) => [.. images.Select(image => image.Name)];
}

/// <summary>What a package for iOS is for, without the key.</summary>
/// <param name="Type">One of the types of iOS.</param>
/// <param name="Signing">What the signature says; null for the simulator.</param>
/// <param name="Notices">What does not hinder.</param>
internal sealed record PipedSigningPlan(MobileBuildType Type, PipedSigningPlan.PublicSigning? Signing, IReadOnlyList<PipedProblem> Notices)
{
    /// <summary>The public parts of <see cref="IosSigning"/>.</summary>
    public sealed record PublicSigning(IReadOnlyList<byte[]> Chain, string TeamId, byte[] Profile, byte[] Entitlements, DateTimeOffset SigningTime);

    public static PipedSigningPlan Of(IosSigningPlan purpose) => new(
        purpose.Type,
        purpose.Signing is not { } signing ? null : new PublicSigning(
            [.. signing.Key.Chain.Select(c => c.RawData)],
            signing.TeamId,
            signing.Profile.ToArray(),
            PlistXmlWriter.Write(signing.Entitlements),
            signing.SigningTime),
        PipedProblem.Of(purpose.Notices));

    /// <summary>The purpose, with a key that is held by the worker.</summary>
    public IosSigningPlan Open(HashSigning sign) => new(
        Type,
        Signing is null ? null : new IosSigning(
            HashSigner.Remote([.. Signing.Chain.Select(c => X509CertificateLoader.LoadCertificate(c))], sign),
            Signing.TeamId,
            Signing.Profile,
            PlistReader.ReadDictionary(Signing.Entitlements),
            Signing.SigningTime),
        [.. Notices.Select(n => n.Open()!)]);
}
