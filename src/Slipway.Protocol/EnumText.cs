using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Slipway.Protocol;

/// <summary>
/// Reads a value of an enumeration: one of its names, in any case, and nothing else. The readers of the runtime also take numbers,
/// several names with commas, of which they make a third value, and blanks around all of that.
/// </summary>
public static class EnumText
{
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
        public static readonly Dictionary<string, T> Values = Read();

        // On the wire, a value may have another name than in the source.
        private static Dictionary<string, T> Read()
        {
            var values = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
            foreach (var field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                var value = (T)field.GetValue(null)!;
                values[field.Name] = value;
                if (field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>() is { } onTheWire)
                    values[onTheWire.Name] = value;
            }

            return values;
        }
    }
}
