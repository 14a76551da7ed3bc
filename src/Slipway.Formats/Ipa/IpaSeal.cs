namespace Slipway.Formats.Ipa;

/// <summary>Signs the bundle of an app.</summary>
/// <param name="Profile">The provisioning profile; becomes <c>embedded.mobileprovision</c>.</param>
/// <param name="Sign">
/// Takes the bytes of <c>_CodeSignature/CodeResources</c> and returns the executable with a signature over them; called once.
/// </param>
public sealed record IpaSeal(ReadOnlyMemory<byte> Profile, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Sign);
