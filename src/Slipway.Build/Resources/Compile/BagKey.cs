namespace Slipway.Build.Resources.Compile;

/// <summary>Names of items that are not attributes (<c>ResTable_map::ATTR_*</c>).</summary>
internal static class BagKey
{
    public const uint Type = 0x01000000;
    public const uint Min = 0x01000001;
    public const uint Max = 0x01000002;
    public const uint Other = 0x01000004;
    public const uint Zero = 0x01000005;
    public const uint One = 0x01000006;
    public const uint Two = 0x01000007;
    public const uint Few = 0x01000008;
    public const uint Many = 0x01000009;
    public const uint ArrayItem = 0x02000000;
}
