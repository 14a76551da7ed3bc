using System.Diagnostics.CodeAnalysis;

namespace Slipway.Server.Contract;

/// <summary>A value of a list in a query, by its name in any case. The framework alone would take numbers, and not every name of the contract.</summary>
/// <param name="Value">The value.</param>
internal readonly record struct Named<T>(T Value)
    where T : struct, Enum
{
    public static bool TryParse([NotNullWhen(true)] string? text, out Named<T> named)
    {
        var name = Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        named = name is null ? default : new Named<T>(Enum.Parse<T>(name));
        return name is not null;
    }
}
