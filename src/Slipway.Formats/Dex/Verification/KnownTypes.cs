using System.Collections.Frozen;

namespace Slipway.Formats.Dex.Verification;

/// <summary>Platform classes that the rules need and that are the same on every device.</summary>
internal static class KnownTypes
{
    public const string Object = "Ljava/lang/Object;";
    public const string Class = "Ljava/lang/Class;";
    public const string Text = "Ljava/lang/String;";
    public const string Throwable = "Ljava/lang/Throwable;";
    public const string MethodHandle = "Ljava/lang/invoke/MethodHandle;";
    public const string MethodType = "Ljava/lang/invoke/MethodType;";

    private const string Number = "Ljava/lang/Number;";

    /// <summary>
    /// The classes by descriptor. Their interfaces are omitted, because checks against interfaces outside of the DEX are lenient
    /// anyway.
    /// </summary>
    public static readonly FrozenDictionary<string, DexLibraryType> All = new[]
    {
        Below(null, Object),
        Below(Object, Class, Text, Number, "Ljava/lang/Boolean;", "Ljava/lang/Character;", Throwable),
        Below(Number, "Ljava/lang/Byte;", "Ljava/lang/Short;", "Ljava/lang/Integer;", "Ljava/lang/Long;", "Ljava/lang/Float;", "Ljava/lang/Double;"),
        Below(Throwable, "Ljava/lang/Error;", "Ljava/lang/Exception;"),
        Below("Ljava/lang/Exception;", "Ljava/lang/RuntimeException;"),
    }.SelectMany(types => types).ToFrozenDictionary();

    private static IEnumerable<KeyValuePair<string, DexLibraryType>> Below(string? super, params string[] types) =>
        types.Select(type => KeyValuePair.Create(type, new DexLibraryType(super, [], false)));
}
