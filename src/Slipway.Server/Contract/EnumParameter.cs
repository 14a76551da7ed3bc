using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Slipway.Protocol;

namespace Slipway.Server.Contract;

/// <summary>
/// A value of an enumeration in a request, by its name in any case. By itself, the framework would accept numbers in a query, and
/// not every name of the contract.
/// </summary>
/// <param name="Value">The value.</param>
[JsonConverter(typeof(EnumParameterConverter))]
internal readonly record struct EnumParameter<T>(T Value)
    where T : struct, Enum
{
    public static bool TryParse([NotNullWhen(true)] string? text, out EnumParameter<T> named)
    {
        var known = EnumText.TryParse<T>(text, out var value);
        named = new EnumParameter<T>(value);
        return known;
    }
}
