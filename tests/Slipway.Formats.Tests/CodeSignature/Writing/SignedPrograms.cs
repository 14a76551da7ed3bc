using System.Text;
using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.Plist;
using Slipway.Formats.Tests.MachO;
using Slipway.Formats.Tests.Provisioning;

namespace Slipway.Formats.Tests.CodeSignature.Writing;

/// <summary>Signatures of the test identity over small programs.</summary>
internal static class SignedPrograms
{
    public static readonly DateTimeOffset Time = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static readonly PlistDictionary Entitlements = new(
    [
        new("get-task-allow", new PlistBoolean(true)),
        new("application-identifier", new PlistString(AppleIdentity.Team + "." + AppleIdentity.BundleId)),
        new("com.apple.developer.team-identifier", new PlistString(AppleIdentity.Team)),
        new("keychain-access-groups", new PlistArray(new PlistString(AppleIdentity.Team + ".\u00e4"))),
        new("nested", new PlistDictionary([new("number", new PlistInteger(300)), new("data", new PlistData(new byte[] { 1, 2 }))])),
    ]);

    public static readonly CodeSignatureInput Input = new()
    {
        Identifier = AppleIdentity.BundleId,
        TeamId = AppleIdentity.Team,
        InfoPlist = Encoding.UTF8.GetBytes("<plist/>"),
        CodeResources = Encoding.UTF8.GetBytes("<plist></plist>"),
        Entitlements = Entitlements,
        IsMainExecutable = true,
    };

    private static readonly Lazy<CodeSigningOptions> Key = new(() => new(AppleIdentity.Of2026.Key("dev"), Time));

    public static CodeSigningOptions Options => Key.Value;

    public static byte[] Sign(string program) => CodeSigner.Sign(TestMachO.Named(program), Input, Options);
}
