using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Slipway.Protocol;

/// <summary>
/// Reads and writes values of enumerations by their names on the wire. It reads one of the names, in any case, and nothing else: the
/// readers of the runtime also take numbers, several names with commas, of which they make a third value, and blanks around all of that.
/// </summary>
public static class EnumText
{
    /// <summary>The name of a value on the wire.</summary>
    /// <param name="value">A value that has a name.</param>
    public static string NameOf<T>(T value)
        where T : struct, Enum => Names<T>.OnTheWire[value];

    /// <summary>The value that a text names.</summary>
    /// <exception cref="FormatException">It names none.</exception>
    public static T Parse<T>(string text)
        where T : struct, Enum => TryParse<T>(text, out var value) ? value : throw new FormatException($"There is no {typeof(T).Name} of this name.");

    /// <summary>The value that a text names.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text is not null && Names<T>.Values.TryGetValue(text, out value);
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Values = new(StringComparer.OrdinalIgnoreCase);
        public static readonly Dictionary<T, string> OnTheWire = [];

        // On the wire, a value may have another name than in the source.
        static Names()
        {
            foreach (var field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                var value = (T)field.GetValue(null)!;
                var name = field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;
                Values[field.Name] = Values[name] = value;
                OnTheWire.TryAdd(value, name);
            }
        }
    }
}
