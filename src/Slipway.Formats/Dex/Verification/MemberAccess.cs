namespace Slipway.Formats.Dex.Verification;

/// <summary>Checks the visibility of members. Protected members count as visible, because the full rule needs the type of the receiver.</summary>
internal static class MemberAccess
{
    public static bool Allows(string from, string owner, int access) =>
        from == owner
        || (access & (DexAccessFlags.Public | DexAccessFlags.Protected)) != 0
        || ((access & DexAccessFlags.Private) == 0 && Package(from) == Package(owner));

    private static string Package(string type) => type[..(type.LastIndexOf('/') + 1)];
}
