using Slipway.Build.Plan;
using Slipway.Protocol.Builds;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Bench;

/// <summary>The builds of a web folder to measure.</summary>
internal static class Requests
{
    /// <summary>A debug build for Android.</summary>
    public static BuildRequest Android(string folder, string work) =>
        new(folder, Path.Combine(work, "dist"), MobileBuildType.Debug) { Options = new() { Id = "dev.slipway.bench", Name = "Bench" } };

    /// <summary>A development build for iOS, signed with a test identity of <c>tests/apple/make-identity</c>.</summary>
    public static BuildRequest Ios(string folder, string work, string identity) =>
        new(folder, Path.Combine(work, "dist"), MobileBuildType.Development)
        {
            Platforms = [MobilePlatform.Ios],
            Options = new() { Id = "dev.slipway.fieldnotes", Name = "Bench" },
            Apple = new AppleSigningRequest(
                CredentialFile.At(Path.Combine(identity, "dev.p12")),
                new PasswordSource(Path.Combine(identity, "password"), "SLIPWAY_CERTIFICATE_PASSWORD"),
                CredentialFile.At(Path.Combine(identity, "development.mobileprovision"))),
        };
}
