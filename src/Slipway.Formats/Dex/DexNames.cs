using System.Buffers;
using System.Text;
using Slipway.Formats.Dex.Writing;

namespace Slipway.Formats.Dex;

/// <summary>
/// Checks the names in a DEX file (source.android.com, "Dalvik executable format", SimpleName, MemberName and TypeDescriptor). One
/// name that is not allowed makes a device refuse the whole file.
/// </summary>
internal static class DexNames
{
    private const int FirstLevelWithSpaces = 30;

    /// <summary>Returns the reason why devices refuse a name that a class defines or uses; null when they accept all names.</summary>
    public static DexDiagnostic? Check(DexClass source, int minSdk)
    {
        var withSpaces = minSdk >= FirstLevelWithSpaces;
        if (!IsTypeAllowed(source.Type, withSpaces))
            return Refusal(source.Type[1..^1], "class", withSpaces);
        if (source.Methods.Find(m => !IsMemberAllowed(m.Reference.Name, withSpaces)) is { } method)
            return Refusal($"{source.Type[1..^1]}.{method.Reference.Name}{method.Reference.Descriptor}", "method", withSpaces);
        if (source.Fields.Find(f => !IsMemberAllowed(f.Reference.Name, withSpaces)) is { } field)
            return Refusal($"{source.Type[1..^1]}.{field.Reference.Name}", "field", withSpaces);
        var names = new DexReferenceSet();
        DexReferenceCollector.Collect(source, names);
        var used = names.Types.FirstOrDefault(t => !IsTypeAllowed(t, withSpaces))
            ?? names.Methods.FirstOrDefault(m => !IsMemberAllowed(m.Name, withSpaces))?.Name
            ?? names.Fields.FirstOrDefault(f => !IsMemberAllowed(f.Name, withSpaces))?.Name;
        return used is null ? null : Refusal(source.Type[1..^1], $"type or member, which the class uses: '{used}'", withSpaces);
    }

    private static DexDiagnostic Refusal(string where, string what, bool withSpaces) => new(DexDiagnosticKind.InvalidName, where, withSpaces
        ? $"Devices refuse the name of this {what}: it may hold letters, digits, spaces, '$', '-' and '_'."
        : $"Devices refuse the name of this {what}: it may hold letters, digits, '$', '-' and '_', and spaces from API level {FirstLevelWithSpaces} on.");

    private static bool IsMemberAllowed(string name, bool withSpaces) =>
        name.StartsWith('<') && name.EndsWith('>') && name.Length > 2 ? IsSimple(name.AsSpan(1, name.Length - 2), withSpaces) : IsSimple(name, withSpaces);

    private static bool IsTypeAllowed(string descriptor, bool withSpaces)
    {
        var element = descriptor.AsSpan().TrimStart('[');
        if (element is not ['L', .., ';'])
            return true;
        foreach (var part in element[1..^1].Split('/'))
        {
            if (!IsSimple(element[1..^1][part], withSpaces))
                return false;
        }

        return true;
    }

    private static bool IsSimple(ReadOnlySpan<char> name, bool withSpaces)
    {
        if (name.IsEmpty)
            return false;
        while (!name.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(name, out var rune, out var length) != OperationStatus.Done || !IsAllowed(rune.Value, withSpaces))
                return false;
            name = name[length..];
        }

        return true;
    }

    private static bool IsAllowed(int c, bool withSpaces) => c switch
    {
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '$' or '-' or '_' => true,
        ' ' or 0xa0 or >= 0x2000 and <= 0x200a or 0x202f => withSpaces,
        >= 0xa1 and <= 0x1fff or >= 0x2010 and <= 0x2027 or >= 0x2030 and <= 0xd7ff or >= 0xe000 and <= 0xffef => true,
        _ => c >= 0x10000,
    };
}
