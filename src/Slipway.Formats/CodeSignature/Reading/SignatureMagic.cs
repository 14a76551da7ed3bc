namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>First words of blobs (apple-oss-distributions/xnu, osfmk/kern/cs_blobs.h).</summary>
internal static class SignatureMagic
{
    public const uint Requirement = 0xfade0c00;
    public const uint RequirementSet = 0xfade0c01;
    public const uint CodeDirectory = 0xfade0c02;
    public const uint EmbeddedSignature = 0xfade0cc0;
    public const uint Wrapper = 0xfade0b01;
    public const uint Entitlements = 0xfade7171;
    public const uint DerEntitlements = 0xfade7172;
    public const uint LaunchConstraint = 0xfade8181;
}
