namespace Slipway.Formats.Dex.Verification;

/// <summary>The few platform classes that are the same on every device and that rules name.</summary>
internal static class KnownTypes
{
    public const string Object = "Ljava/lang/Object;";
    public const string Class = "Ljava/lang/Class;";
    public const string Text = "Ljava/lang/String;";
    public const string Throwable = "Ljava/lang/Throwable;";
    public const string MethodHandle = "Ljava/lang/invoke/MethodHandle;";
    public const string MethodType = "Ljava/lang/invoke/MethodType;";

    private const string Number = "Ljava/lang/Number;";

    /// <summary>Class, then its superclass. Their interfaces are left out: an interface that is not in the DEX is lenient anyway.</summary>
    public static readonly IReadOnlyList<(string Type, string? Super)> All =
    [
        (Object, null),
        (Class, Object),
        (Text, Object),
        (Number, Object),
        ("Ljava/lang/Boolean;", Object),
        ("Ljava/lang/Character;", Object),
        ("Ljava/lang/Byte;", Number),
        ("Ljava/lang/Short;", Number),
        ("Ljava/lang/Integer;", Number),
        ("Ljava/lang/Long;", Number),
        ("Ljava/lang/Float;", Number),
        ("Ljava/lang/Double;", Number),
        (Throwable, Object),
        ("Ljava/lang/Error;", Throwable),
        ("Ljava/lang/Exception;", Throwable),
        ("Ljava/lang/RuntimeException;", "Ljava/lang/Exception;"),
    ];
}
